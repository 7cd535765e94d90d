import dev.glovebox.strategy.*;

public final class AllHooks extends Strategy {
  private int fills;
  private int refused;

  @Override
  public int warmupBars() {
    return 5;
  }

  @Override
  public void onStart(Context ctx) {
    ctx.log("start " + ctx.instrument());
  }

  @Override
  public void onBar(Context ctx, Bar bar) {
    if (refused == 0 && ctx.position() == 0) {
      ctx.buy(1);
    }
  }

  @Override
  public void onFill(Context ctx, Fill fill) {
    fills++;
  }

  @Override
  public void onOrder(Context ctx, Order order) {
    refused += order.status() == OrderStatus.DENIED ? 1 : 0;
  }

  @Override
  public void onStop(Context ctx) {
    ctx.log(fills + " fills");
  }
}
