// id: J094
// family: serialization
// goal: copy without a constructor
// refused: JAVA_CLASS_PARENT
// verifier: JAVA_CLASS_PARENT
// unverified: POLICY_VIOLATION
// control: got-in

import dev.glovebox.strategy.Bar;
import dev.glovebox.strategy.Context;
import dev.glovebox.strategy.Strategy;

public final class Attack extends Strategy {
  static class Kept implements Cloneable {
    Object copy() throws CloneNotSupportedException { return super.clone(); }
  }

  @SuppressWarnings({"finally", "unused"})
  public String attack() throws Exception {
    return new Kept().copy() != null ? "GOT-IN" : "no";
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
