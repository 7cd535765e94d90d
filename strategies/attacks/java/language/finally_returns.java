// id: J100
// family: language
// goal: drop the end of the run in finally
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
    try {
      throw new AssertionError();
    } finally {
      return "GOT-IN";
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
