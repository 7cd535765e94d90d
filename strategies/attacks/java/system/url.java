// id: J036
// family: system
// goal: make an address that is resolved when compared
// refused: JAVA_METHOD_NOT_LISTED
// verifier: JAVA_METHOD_NOT_LISTED
// unverified: POLICY_VIOLATION
// control: got-in

import dev.glovebox.strategy.Bar;
import dev.glovebox.strategy.Context;
import dev.glovebox.strategy.Strategy;

public final class Attack extends Strategy {
  @SuppressWarnings({"finally", "unused"})
  public String attack() throws Exception {
    return "GOT-IN " + java.net.URI.create("http://127.0.0.1/").toURL();
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
