import dev.glovebox.strategy.*;

public final class Own extends Strategy {
  private record Order(double price, int size) {}

  private record Fill(String why) {
    String reason() {
      return why;
    }
  }

  private Order wanted = new Order(0, 0);

  @Override
  public void onBar(Context ctx, Bar bar) {
    wanted = new Order(bar.close(), wanted.size() + 1);
    Fill fill = new Fill("n" + wanted.price());
    if (wanted.size() == 3) {
      ctx.buy(wanted.size(), new OrderOptions().tag(fill.reason()));
    }
  }
}
