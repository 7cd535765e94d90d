import dev.glovebox.strategy.*;
import dev.glovebox.strategy.indicators.SMA;

public final class DeterminismEqualMean extends Strategy {
  private final SMA mean = new SMA(5);

  @Override
  public void onBar(Context ctx, Bar bar) {
    double value = mean.update(bar.close());
    if (bar.close() / value == 1.01) {
      ctx.buy(1);
    }
  }
}
