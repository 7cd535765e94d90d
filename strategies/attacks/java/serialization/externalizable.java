// id: J093
// family: serialization
// goal: write itself
// refused: JAVA_CLASS_NOT_LISTED
// verifier: JAVA_CLASS_NOT_LISTED
// unverified: POLICY_VIOLATION
// control: got-in

import dev.glovebox.strategy.Bar;
import dev.glovebox.strategy.Context;
import dev.glovebox.strategy.Strategy;

public final class Attack extends Strategy {
  public static class Kept implements java.io.Externalizable {
    public Kept() {}
    public void writeExternal(java.io.ObjectOutput out) {}
    public void readExternal(java.io.ObjectInput in) {}
  }

  @SuppressWarnings({"finally", "unused"})
  public String attack() throws Exception {
    return "GOT-IN " + (new Kept() instanceof java.io.Externalizable);
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
