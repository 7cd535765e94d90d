// id: J092
// family: serialization
// goal: be read from bytes
// refused: JAVA_CLASS_PARENT
// verifier: JAVA_CLASS_PARENT
// unverified: POLICY_VIOLATION
// control: got-in

import dev.glovebox.strategy.Bar;
import dev.glovebox.strategy.Context;
import dev.glovebox.strategy.Strategy;

public final class Attack extends Strategy {
  static class Kept implements java.io.Serializable {
    private static final long serialVersionUID = 1L;
    String told() { return "GOT-IN"; }
  }

  @SuppressWarnings({"finally", "unused"})
  public String attack() throws Exception {
    return new Kept().told();
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
