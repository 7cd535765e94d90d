// id: J172
// family: host
// goal: flood the log and swallow what stops it
// refused: none
// unverified: OUTPUT_LIMIT
// control: none: there is no host in the control
// outcome: OUTPUT_LIMIT or BUDGET_EXCEEDED

import dev.glovebox.strategy.Bar;
import dev.glovebox.strategy.Context;
import dev.glovebox.strategy.Strategy;

public final class Attack extends Strategy {
  @Override
  public void onBar(Context ctx, Bar bar) {
    for (int i = 0; i < 100_000; i++) {
      try {
        ctx.log("flood flood flood flood flood flood flood flood " + i);
      } catch (RuntimeException e) {
        i--;
      }
    }
  }
}
