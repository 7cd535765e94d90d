// id: J157
// family: language
// goal: learn the trace by the name of an own interface
// refused: JAVA_CLASS_MEMBER
// verifier: JAVA_CLASS_MEMBER
// unverified: COMPLETED
// harmless: a class is shown, not used: java.lang.reflect is not resolved, and what handles reach is the jail's
// control: got-in

import dev.glovebox.strategy.Bar;
import dev.glovebox.strategy.Context;
import dev.glovebox.strategy.Strategy;

public final class Attack extends Strategy {
  interface Filled {
    Throwable fillInStackTrace();
  }

  static final class Failure extends RuntimeException implements Filled {
  }

  @SuppressWarnings({"finally", "unused"})
  public String attack() throws Exception {
    Filled filled = new Failure();
    return "GOT-IN " + filled.fillInStackTrace();
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
