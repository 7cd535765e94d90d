// id: J043
// family: threads
// goal: be a thread
// refused: JAVA_METHOD_NOT_LISTED
// verifier: JAVA_METHOD_NOT_LISTED
// unverified: POLICY_VIOLATION
// control: got-in

import dev.glovebox.strategy.Bar;
import dev.glovebox.strategy.Context;
import dev.glovebox.strategy.Strategy;

public final class Attack extends Strategy {
  static final class Runner extends Thread {}

  @SuppressWarnings({"finally", "unused"})
  public String attack() throws Exception {
    Runner runner = new Runner();
    runner.start();
    runner.join();
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
