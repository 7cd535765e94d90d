import dev.glovebox.strategy.*;

public final class Many extends Strategy {
  @Override
  public void onBars(Context ctx, Bars bars) {
    for (Bar bar : bars) {
      if (ctx.positionOf(bar.instrument()) == 0) {
        ctx.buy(1, new OrderOptions().instrument(bar.instrument()));
      }
    }
  }
}
