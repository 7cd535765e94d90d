import dev.glovebox.strategy.*;

public final class Lost extends Strategy {
  @Override
  public void onBar(Context ctx, Bar bar) {
    OrderOptions options = new OrderOptions();
    options.tag("dip");
    ctx.buy(1, options);
  }
}
