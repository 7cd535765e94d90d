// id: J104
// family: language
// goal: extend Throwable
// refused: JAVA_CATCH_TYPE
// verifier: JAVA_CATCH_TYPE
// unverified: COMPLETED
// harmless: it deceives itself: the host checks each value that comes out
// control: got-in

import dev.glovebox.strategy.Bar;
import dev.glovebox.strategy.Context;
import dev.glovebox.strategy.Strategy;

public final class Attack extends Strategy {
  static class Mine extends Throwable { private static final long serialVersionUID = 1L; }

  @SuppressWarnings({"finally", "unused"})
  public String attack() throws Exception {
    try {
      throw new Mine();
    } catch (Mine e) {
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
