// id: J173
// family: host
// goal: flood the host with orders
// refused: none
// unverified: INTENT_LIMIT
// control: none: there is no host in the control
// outcome: INTENT_LIMIT or BUDGET_EXCEEDED

import dev.glovebox.strategy.Bar;
import dev.glovebox.strategy.Context;
import dev.glovebox.strategy.Strategy;

public final class Attack extends Strategy {
  @Override
  public void onBar(Context ctx, Bar bar) {
    for (int i = 0; i < 100_000; i++) {
      try {
        ctx.buy(1);
      } catch (RuntimeException e) {
        i--;
      }
    }
  }
}
