// id: J156
// family: language
// goal: call a method of the library by the name of an own interface
// refused: JAVA_CLASS_MEMBER
// verifier: JAVA_CLASS_MEMBER
// unverified: COMPLETED
// harmless: it writes to the worker's stderr, which the host bounds
// control: got-in

import dev.glovebox.strategy.Bar;
import dev.glovebox.strategy.Context;
import dev.glovebox.strategy.Strategy;

public final class Attack extends Strategy {
  interface Traced {
    void printStackTrace();
  }

  static final class Failure extends RuntimeException implements Traced {
  }

  @SuppressWarnings({"finally", "unused"})
  public String attack() throws Exception {
    Traced traced = new Failure();
    traced.printStackTrace();
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
