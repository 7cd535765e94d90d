// id: J021
// family: handles
// goal: bring in a computed constant by a switch
// refused: JAVA_BOOTSTRAP
// verifier: JAVA_CLASS_ATTRIBUTE
// unverified: POLICY_VIOLATION
// control: got-in

import dev.glovebox.strategy.Bar;
import dev.glovebox.strategy.Context;
import dev.glovebox.strategy.Strategy;

public final class Attack extends Strategy {
  sealed interface Thing permits Kind {}
  enum Kind implements Thing { A, B }

  @SuppressWarnings({"finally", "unused"})
  public String attack() throws Exception {
    Thing thing = Kind.A;
    return switch (thing) {
      case Kind.A -> "GOT-IN";
      case Kind.B -> "no";
    };
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
