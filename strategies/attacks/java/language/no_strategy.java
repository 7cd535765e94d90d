// id: J120
// family: language
// goal: be no strategy that can be made
// refused: JAVA_STRATEGY_CLASS
// verifier: JAVA_STRATEGY_CLASS
// unverified: STRATEGY_ERROR
// control: got-in

import dev.glovebox.strategy.Bar;
import dev.glovebox.strategy.Context;
import dev.glovebox.strategy.Strategy;

public abstract class Attack extends Strategy {
  @SuppressWarnings({"finally", "unused"})
  public String attack() throws Exception {
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
