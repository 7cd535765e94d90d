// id: J103
// family: language
// goal: throw what nobody may catch
// refused: JAVA_CATCH_TYPE
// verifier: JAVA_CATCH_TYPE
// unverified: POLICY_VIOLATION
// control: got-in

import dev.glovebox.strategy.Bar;
import dev.glovebox.strategy.Context;
import dev.glovebox.strategy.Strategy;

public final class Attack extends Strategy {
  static class Mine extends Error { private static final long serialVersionUID = 1L; }

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
