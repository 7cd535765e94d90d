// id: J175
// family: host
// goal: ask at decimals of a huge scale
// refused: none
// unverified: COMPLETED
// control: none: there is no host in the control
// outcome: COMPLETED

import dev.glovebox.strategy.OrderOptions;
import java.math.BigDecimal;
import dev.glovebox.strategy.Bar;
import dev.glovebox.strategy.Context;
import dev.glovebox.strategy.Strategy;

public final class Attack extends Strategy {
  @Override
  public void onBar(Context ctx, Bar bar) {
    for (String text : new String[] {"1E+2000000000", "1E-2000000000", "9E+2147483647", "1E-2147483647"}) {
      BigDecimal huge = new BigDecimal(text);
      try {
        ctx.buy(huge, new OrderOptions().limit(huge));
      } catch (RuntimeException e) {
        ctx.log("REFUSED");
      }
      try {
        ctx.target(BigDecimal.ONE, new OrderOptions().limit(huge).stop(huge).trailPercent(huge));
      } catch (RuntimeException e) {
        ctx.log("REFUSED");
      }
    }
  }
}
