// id: J121
// family: language
// goal: be in a package of the host
// refused: JAVA_CLASS_NAME
// verifier: JAVA_CLASS_NAME
// unverified: COMPLETED
// harmless: a package is one by its loader: it sees nothing of the API's
// control: got-in

package dev.glovebox.strategy;

import dev.glovebox.strategy.Bar;
import dev.glovebox.strategy.Context;
import dev.glovebox.strategy.Strategy;

public final class Attack extends Strategy {
  @SuppressWarnings({"finally", "unused"})
  public String attack() throws Exception {
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
