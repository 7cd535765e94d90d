// id: J004
// family: reflection
// goal: hide a class literal behind Object
// refused: JAVA_CLASS_LITERAL
// verifier: JAVA_CLASS_LITERAL
// unverified: POLICY_VIOLATION
// control: got-in

import dev.glovebox.strategy.Bar;
import dev.glovebox.strategy.Context;
import dev.glovebox.strategy.Strategy;

public final class Attack extends Strategy {
  @SuppressWarnings({"finally", "unused"})
  public String attack() throws Exception {
    Object type = Runtime.class;
    return "GOT-IN " + type;
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
