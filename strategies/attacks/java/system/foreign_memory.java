// id: J038
// family: system
// goal: take memory outside the heap
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
    try (var arena = java.lang.foreign.Arena.ofConfined()) {
      return "GOT-IN " + arena.allocate(8).byteSize();
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
