// id: J109
// family: language
// goal: declare an annotation
// refused: JAVA_CLASS_KIND
// verifier: JAVA_CLASS_KIND
// unverified: COMPLETED
// harmless: nothing reads it
// control: got-in

import dev.glovebox.strategy.Bar;
import dev.glovebox.strategy.Context;
import dev.glovebox.strategy.Strategy;

public final class Attack extends Strategy {
  @interface Mark {}
  @Mark static class Marked {}

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
