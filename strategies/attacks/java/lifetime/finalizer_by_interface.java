// id: J158
// family: lifetime
// goal: let a lambda have a finalizer
// refused: JAVA_FINALIZER
// verifier: JAVA_FINALIZER
// unverified: COMPLETED
// harmless: a finalizer runs in the same worker, without steps, and ends with it
// control: got-in

import dev.glovebox.strategy.Bar;
import dev.glovebox.strategy.Context;
import dev.glovebox.strategy.Strategy;

public final class Attack extends Strategy {
  interface Ending {
    void finalize();
  }

  @SuppressWarnings({"finally", "unused"})
  public String attack() throws Exception {
    java.util.List<String> list = new java.util.ArrayList<>();
    Ending ending = list::clear;
    ending.finalize();
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
