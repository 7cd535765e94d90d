// kind: abstract base class of the strategy's parts with template method
// answer: 3.0

import dev.glovebox.strategy.Bar;
import dev.glovebox.strategy.Context;
import dev.glovebox.strategy.Strategy;

public final class AbstractBase extends Strategy {
  abstract static class Filter {
    private double last;
    final double update(double value) {
      last = step(last, value);
      return last;
    }
    protected abstract double step(double before, double value);
  }
  static final class Ema extends Filter {
    private final double alpha;
    Ema(double alpha) { this.alpha = alpha; }
    @Override protected double step(double before, double value) { return before + alpha * (value - before); }
  }
  public String answer() {
    Filter filter = new Ema(0.5);
    double last = 0;
    for (double value : new double[] {8, 4, 2}) {
      last = filter.update(value);
    }
    return "" + last;
  }

  @Override
  public void onBar(Context ctx, Bar bar) {
    ctx.log(answer());
  }
}
