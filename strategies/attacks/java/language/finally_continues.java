// id: J102
// family: language
// goal: go on from a finally
// refused: JAVA_CATCH_SWALLOWS
// verifier: JAVA_CATCH_SWALLOWS
// unverified: STRATEGY_ERROR
// control: got-in

import dev.glovebox.strategy.Bar;
import dev.glovebox.strategy.Context;
import dev.glovebox.strategy.Strategy;

public final class Attack extends Strategy {
  @SuppressWarnings({"finally", "unused"})
  public String attack() throws Exception {
    for (int i = 0; i < 2; i++) {
      try {
        throw new AssertionError();
      } finally {
        continue;
      }
    }
    return "GOT-IN";
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
