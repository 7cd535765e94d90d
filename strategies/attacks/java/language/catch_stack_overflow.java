// id: J097
// family: language
// goal: catch the end of the stack
// refused: JAVA_CATCH_TYPE
// verifier: JAVA_CATCH_TYPE
// unverified: POLICY_VIOLATION
// control: got-in

import dev.glovebox.strategy.Bar;
import dev.glovebox.strategy.Context;
import dev.glovebox.strategy.Strategy;

public final class Attack extends Strategy {
  private String deep(int n) { return deep(n + 1) + n; }

  @SuppressWarnings({"finally", "unused"})
  public String attack() throws Exception {
    try {
      return deep(0);
    } catch (StackOverflowError e) {
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
