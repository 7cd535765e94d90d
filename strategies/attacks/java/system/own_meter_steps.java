// id: J041
// family: system
// goal: call the meter by its name
// refused: JAVA_METHOD_NOT_LISTED
// verifier: JAVA_METER
// unverified: COMPLETED
// harmless: without steps the watchdog and the bounds of memory end it
// control: throws IllegalStateException

import dev.glovebox.strategy.Bar;
import dev.glovebox.strategy.Context;
import dev.glovebox.strategy.Strategy;

public final class Attack extends Strategy {
  @SuppressWarnings({"finally", "unused"})
  public String attack() throws Exception {
    dev.glovebox.strategy.guest.Meter.leave();
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
