// kind: Math, exact and transcendental
// answer: 15.191762 443 5 -1.0 10 2 5.0 180.0

import dev.glovebox.strategy.Bar;
import dev.glovebox.strategy.Context;
import dev.glovebox.strategy.Strategy;

public final class MathFunctions extends Strategy {
  public String answer() {
    double[] values = {1.5, 2.25, 9};
    double sum = 0;
    for (double value : values) {
      sum += Math.log(value) + Math.sqrt(value) + Math.pow(value, 0.5) + Math.exp(-value);
    }
    return String.format("%.6f", sum) + " " + Math.max(3, 4) + Math.floorMod(-1, 5) + Math.round(2.5)
        + " " + Math.addExact(2, 3) + " " + Math.signum(-2.0) + " " + Math.clamp(15, 0, 10) + " "
        + (long) Math.ceil(1.2) + " " + Math.hypot(3, 4) + " " + Math.toDegrees(Math.PI);
  }

  @Override
  public void onBar(Context ctx, Bar bar) {
    ctx.log(answer());
  }
}
