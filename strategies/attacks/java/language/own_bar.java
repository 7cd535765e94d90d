// id: J154
// family: language
// goal: give the indicators a bar of its own
// refused: JAVA_CLASS_PARENT
// verifier: JAVA_CLASS_PARENT
// unverified: COMPLETED
// harmless: it deceives itself: the host checks each value that comes out
// control: got-in

import dev.glovebox.strategy.Bar;
import dev.glovebox.strategy.Context;
import dev.glovebox.strategy.Strategy;

public final class Attack extends Strategy {
  abstract static class Own implements Bar {
  }

  @SuppressWarnings({"finally", "unused"})
  public String attack() throws Exception {
    return "GOT-IN " + new Own[1].length;
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
