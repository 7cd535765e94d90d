import dev.glovebox.strategy.*;

public final class Both extends Strategy {
  @Override
  public void onBar(Context ctx, Bar bar) {
    ctx.buy(1);
  }

  @Override
  public void onBars(Context ctx, Bars bars) {
    for (Bar bar : bars) {
      ctx.log(bar.instrument());
    }
  }
}
