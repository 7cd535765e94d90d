// id: J068
// family: lifetime
// goal: write statics of another class
// refused: JAVA_STATIC_MUTABLE
// verifier: JAVA_STATIC_MUTABLE
// unverified: COMPLETED
// harmless: statics end with the loader of the run
// control: got-in

import dev.glovebox.strategy.Bar;
import dev.glovebox.strategy.Context;
import dev.glovebox.strategy.Strategy;

public final class Attack extends Strategy {
  static class First { static String seen = ""; static { seen = "GOT-IN"; } }

  @SuppressWarnings({"finally", "unused"})
  public String attack() throws Exception {
    return First.seen;
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
