// id: J178
// family: host
// goal: send a tag of a million letters
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
    try {
      ctx.buy(1, new OrderOptions().tag("t".repeat(1_000_000)));
    } catch (RuntimeException e) {
      ctx.log("REFUSED");
    }
  }
}
