// id: J082
// family: determinism
// goal: shuffle from a seed of its own
// refused: JAVA_METHOD_NOT_LISTED
// verifier: JAVA_METHOD_NOT_LISTED
// unverified: COMPLETED
// harmless: chance or a clock for itself: a run that decides by it is not replayed, which honesty checks see
// control: got-in

import dev.glovebox.strategy.Bar;
import dev.glovebox.strategy.Context;
import dev.glovebox.strategy.Strategy;

public final class Attack extends Strategy {
  @SuppressWarnings({"finally", "unused"})
  public String attack() throws Exception {
    var list = new java.util.ArrayList<>(java.util.List.of(1, 2));
    java.util.Collections.shuffle(list);
    return "GOT-IN " + list;
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
