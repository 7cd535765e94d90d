// id: J032
// family: system
// goal: declare native code
// refused: JAVA_NATIVE
// verifier: JAVA_NATIVE
// unverified: POLICY_VIOLATION
// control: got-in

import dev.glovebox.strategy.Bar;
import dev.glovebox.strategy.Context;
import dev.glovebox.strategy.Strategy;

public final class Attack extends Strategy {
  private static native void reach();

  @SuppressWarnings({"finally", "unused"})
  public String attack() throws Exception {
    try {
      reach();
    } catch (UnsatisfiedLinkError e) {
      return "GOT-IN";
    }
    return "no";
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
