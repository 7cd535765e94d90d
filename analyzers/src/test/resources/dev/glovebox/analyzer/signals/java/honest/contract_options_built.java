import dev.glovebox.strategy.*;

public final class Built extends Strategy {
  private static final OrderOptions DAY = new OrderOptions().tif(TimeInForce.DAY);

  @Override
  public void onBar(Context ctx, Bar bar) {
    OrderOptions options = DAY;
    if (bar.close() > bar.open()) {
      options = options.tag("up");
    }
    ctx.target(1, options.reduceOnly(false));
  }
}
