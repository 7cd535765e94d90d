// id: J023
// family: system
// goal: end the process
// refused: JAVA_METHOD_NOT_LISTED
// verifier: JAVA_METHOD_NOT_LISTED
// unverified: COMPLETED
// harmless: the call is never reached; where it is, its class is not resolved
// control: got-in

import dev.glovebox.strategy.Bar;
import dev.glovebox.strategy.Context;
import dev.glovebox.strategy.Strategy;

public final class Attack extends Strategy {
  private int size() { return 1; }

  @SuppressWarnings({"finally", "unused"})
  public String attack() throws Exception {
    if (size() > 3) {
      System.exit(0);
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
