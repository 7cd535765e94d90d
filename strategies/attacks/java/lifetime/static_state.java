// id: J066
// family: lifetime
// goal: keep state between runs
// refused: JAVA_STATIC_MUTABLE
// verifier: JAVA_STATIC_MUTABLE
// unverified: COMPLETED
// harmless: statics end with the loader of the run
// control: got-in

import dev.glovebox.strategy.Bar;
import dev.glovebox.strategy.Context;
import dev.glovebox.strategy.Strategy;

public final class Attack extends Strategy {
  private static int count;

  @SuppressWarnings({"finally", "unused"})
  public String attack() throws Exception {
    return count++ == 0 ? "GOT-IN" : "no";
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
