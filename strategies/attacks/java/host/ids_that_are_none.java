// id: J180
// family: host
// goal: name orders and instruments that are none
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
    for (String id : new String[] {"", "none", "o1\n", "../x", "a".repeat(100_000), null}) {
      try {
        ctx.cancel(id);
      } catch (RuntimeException e) {
        ctx.log("REFUSED");
      }
      try {
        ctx.modify(id, 1, new OrderOptions());
      } catch (RuntimeException e) {
        ctx.log("REFUSED");
      }
      try {
        ctx.buy(1, new OrderOptions().instrument(id));
      } catch (RuntimeException e) {
        ctx.log("REFUSED");
      }
    }
  }
}
