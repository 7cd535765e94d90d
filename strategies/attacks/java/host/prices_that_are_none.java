// id: J174
// family: host
// goal: ask at prices that are none
// refused: none
// unverified: COMPLETED
// control: none: there is no host in the control
// outcome: COMPLETED

import dev.glovebox.strategy.OrderOptions;
import dev.glovebox.strategy.Bar;
import dev.glovebox.strategy.Context;
import dev.glovebox.strategy.Strategy;

public final class Attack extends Strategy {
  @Override
  public void onBar(Context ctx, Bar bar) {
    double[] prices = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, -0.0, Double.MIN_VALUE, Double.MAX_VALUE};
    for (double price : prices) {
      try {
        ctx.buy(price, new OrderOptions().limit(price));
      } catch (RuntimeException e) {
        ctx.log("REFUSED");
      }
      try {
        ctx.buy(1, new OrderOptions().stop(price).trail(price));
      } catch (RuntimeException e) {
        ctx.log("REFUSED");
      }
    }
  }
}
