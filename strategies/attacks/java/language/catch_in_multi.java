// id: J099
// family: language
// goal: catch the end in a list of types
// refused: JAVA_CATCH_TYPE
// verifier: JAVA_CATCH_TYPE
// unverified: POLICY_VIOLATION
// control: got-in

import dev.glovebox.strategy.Bar;
import dev.glovebox.strategy.Context;
import dev.glovebox.strategy.Strategy;

public final class Attack extends Strategy {
  @SuppressWarnings({"finally", "unused"})
  public String attack() throws Exception {
    try {
      throw new AssertionError();
    } catch (IllegalStateException | Error e) {
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
