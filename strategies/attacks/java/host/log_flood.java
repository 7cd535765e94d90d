// id: J171
// family: host
// goal: flood the log
// refused: none
// unverified: OUTPUT_LIMIT
// control: none: there is no host in the control
// outcome: OUTPUT_LIMIT

import dev.glovebox.strategy.Bar;
import dev.glovebox.strategy.Context;
import dev.glovebox.strategy.Strategy;

public final class Attack extends Strategy {
  @Override
  public void onBar(Context ctx, Bar bar) {
    for (int i = 0; i < 900_000; i++) {
      ctx.log("flood flood flood flood flood flood flood flood " + i);
    }
  }
}
