// id: J059
// family: lifetime
// goal: run code when another is collected
// refused: JAVA_FINALIZER
// verifier: JAVA_FINALIZER
// unverified: COMPLETED
// harmless: a finalizer runs in the same worker, without steps, and ends with it
// control: got-in

import dev.glovebox.strategy.Bar;
import dev.glovebox.strategy.Context;
import dev.glovebox.strategy.Strategy;

public final class Attack extends Strategy {
  static class Late {
    String told() { return "GOT-IN"; }
    @SuppressWarnings({"deprecation", "removal"})
    protected void finalize() {}
  }

  @SuppressWarnings({"finally", "unused"})
  public String attack() throws Exception {
    return new Late().told();
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
