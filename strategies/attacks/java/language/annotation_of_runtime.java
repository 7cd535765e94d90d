// id: J110
// family: language
// goal: carry an annotation for others to read
// refused: JAVA_CLASS_KIND
// verifier: JAVA_CLASS_KIND
// unverified: COMPLETED
// harmless: nothing reads it
// control: got-in

import dev.glovebox.strategy.Bar;
import dev.glovebox.strategy.Context;
import dev.glovebox.strategy.Strategy;

public final class Attack extends Strategy {
  @java.lang.annotation.Documented
  @interface Mark {}

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
