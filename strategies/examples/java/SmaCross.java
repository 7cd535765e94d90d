import dev.glovebox.strategy.Bar;
import dev.glovebox.strategy.Context;
import dev.glovebox.strategy.Default;
import dev.glovebox.strategy.Strategy;
import dev.glovebox.strategy.indicators.Crossover;
import dev.glovebox.strategy.indicators.SMA;

/** Long while the fast average is above the slow one: trades the crossing, not the level. */
public final class SmaCross extends Strategy {
  private final SMA fast;
  private final SMA slow;
  private final Crossover cross = new Crossover();
  private final int size;

  public SmaCross(@Default("10") int fast, @Default("30") int slow, @Default("10") int size) {
    this.fast = new SMA(fast);
    this.slow = new SMA(slow);
    this.size = size;
  }

  @Override
  public void onBar(Context ctx, Bar bar) {
    int crossed = cross.update(fast.update(bar.close()), slow.update(bar.close()));
    if (crossed > 0 && ctx.position() == 0) {
      ctx.buy(size);
    } else if (crossed < 0 && ctx.position() > 0) {
      ctx.close();
    }
  }
}
