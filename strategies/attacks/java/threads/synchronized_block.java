// id: J051
// family: threads
// goal: hold a monitor
// refused: JAVA_MONITOR
// verifier: JAVA_MONITOR
// unverified: COMPLETED
// harmless: a lock of its own
// control: got-in

import dev.glovebox.strategy.Bar;
import dev.glovebox.strategy.Context;
import dev.glovebox.strategy.Strategy;

public final class Attack extends Strategy {
  @SuppressWarnings({"finally", "unused"})
  public String attack() throws Exception {
    synchronized (this) {
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
