// id: J098
// family: language
// goal: catch the end of memory
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
      return "no" + new long[Integer.MAX_VALUE].length;
    } catch (OutOfMemoryError e) {
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
