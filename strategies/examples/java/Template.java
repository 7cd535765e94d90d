import dev.glovebox.strategy.Bar;
import dev.glovebox.strategy.Context;
import dev.glovebox.strategy.Default;
import dev.glovebox.strategy.Strategy;

/** Says in one sentence what it does and why that should earn money. */
public final class Template extends Strategy {
  private final int lookback;
  private final double size;

  /** The parameters, each with its default. */
  public Template(@Default("20") int lookback, @Default("10") double size) {
    this.lookback = lookback;
    this.size = size;
  }

  @Override
  public int warmupBars() {
    return lookback;
  }

  @Override
  public void onBar(Context ctx, Bar bar) {
    double[] closes = ctx.closes(lookback);
    if (ctx.position() == 0 && bar.close() > closes[0]) {
      ctx.buy(size);
    } else if (ctx.position() > 0 && bar.close() < closes[0]) {
      ctx.close();
    }
  }
}
