import dev.glovebox.strategy.*;

public final class NoContext extends Strategy {
  private double last;

  @Override
  public void onBar(Context ctx, Bar bar) {
    if (bar.close() > last) {
      ctx.buy(1);
    }
    last = bar.close();
  }

  public void onFill(Fill fill) {
    last = fill.price();
  }
}
