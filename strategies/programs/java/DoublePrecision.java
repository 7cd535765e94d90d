// kind: floating point corner cases
// answer: false Infinity Infinity 2147483647 0 44 4.9E-324 2.220446049250313E-16 0.3 1 1.0000001 10.0 -0.0

import dev.glovebox.strategy.Bar;
import dev.glovebox.strategy.Context;
import dev.glovebox.strategy.Strategy;

public final class DoublePrecision extends Strategy {
  public String answer() {
    double nan = Double.NaN;
    double infinite = 1.0 / 0;
    float narrow = (float) 1e40;
    return (nan == nan) + " " + infinite + " " + narrow + " " + (int) infinite + " " + (long) nan + " "
        + (byte) 300.7 + " " + Double.MIN_VALUE + " " + Math.ulp(1.0) + " " + (0.1f + 0.2f) + " "
        + Double.compare(nan, infinite) + " " + Math.nextUp(1.0f) + " " + Math.fma(2.0, 3.0, 4.0) + " " + -0.0;
  }

  @Override
  public void onBar(Context ctx, Bar bar) {
    ctx.log(answer());
  }
}
