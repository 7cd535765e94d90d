// id: J111
// family: language
// goal: write the stack to standard error
// refused: JAVA_CLASS_NOT_LISTED
// verifier: JAVA_CLASS_NOT_LISTED
// unverified: POLICY_VIOLATION
// control: got-in

import dev.glovebox.strategy.Bar;
import dev.glovebox.strategy.Context;
import dev.glovebox.strategy.Strategy;

public final class Attack extends Strategy {
  @SuppressWarnings({"finally", "unused"})
  public String attack() throws Exception {
    try {
      Integer.parseInt("x");
    } catch (NumberFormatException e) {
      e.printStackTrace(new java.io.PrintStream(java.io.OutputStream.nullOutputStream()));
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
