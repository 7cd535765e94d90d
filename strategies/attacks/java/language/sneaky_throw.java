// id: J105
// family: language
// goal: raise what is not declared
// refused: JAVA_CATCH_TYPE
// verifier: JAVA_CATCH_TYPE
// unverified: STRATEGY_ERROR
// control: got-in

import dev.glovebox.strategy.Bar;
import dev.glovebox.strategy.Context;
import dev.glovebox.strategy.Strategy;

public final class Attack extends Strategy {
  @SuppressWarnings("unchecked")
  private static <T extends Throwable> void throwAny(Throwable t) throws T { throw (T) t; }

  @SuppressWarnings({"finally", "unused"})
  public String attack() throws Exception {
    try {
      throwAny(new AssertionError());
    } catch (Throwable t) {
      return "GOT-IN";
    }
    return "no";
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
