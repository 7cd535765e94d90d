import dev.glovebox.strategy.*;
import dev.glovebox.strategy.indicators.SMA;

public final class DeterminismFloatEquality extends Strategy {
  private final SMA average = new SMA(5);

  @Override
  public void onBar(Context ctx, Bar bar) {
    double mean = average.update(bar.close());
    if (bar.close() / mean == 1.01) {
      ctx.buy(1);
    }
  }
}
