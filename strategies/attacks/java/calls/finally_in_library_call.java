// id: J134
// family: calls
// goal: go on in a finally with a call that takes for ever
// refused: none
// control: runs-on
// outcome: BUDGET_EXCEEDED
// place: own

import dev.glovebox.strategy.Bar;
import dev.glovebox.strategy.Context;
import dev.glovebox.strategy.Strategy;

public final class Attack extends Strategy {
  @SuppressWarnings({"finally", "unused"})
  public String attack() throws Exception {
    try {
      for (int i = 0; true; i++) {
        ;
      }
    } finally {
      new java.util.Random(1).ints().sum();
    }
  }

  @Override
  public void onBar(Context ctx, Bar bar) {
    try {
      ctx.log(attack());
    } catch (Exception e) {
      ctx.log("REFUSED");
    }
  }
}
