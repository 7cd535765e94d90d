// id: J003
// family: reflection
// goal: hold a class by its literal
// refused: JAVA_CLASS_LITERAL
// verifier: JAVA_CLASS_LITERAL
// unverified: COMPLETED
// harmless: a class is shown, not used: java.lang.reflect is not resolved, and what handles reach is the jail's
// control: got-in

import dev.glovebox.strategy.Bar;
import dev.glovebox.strategy.Context;
import dev.glovebox.strategy.Strategy;

public final class Attack extends Strategy {
  @SuppressWarnings({"finally", "unused"})
  public String attack() throws Exception {
    Class<?> type = String.class;
    return "GOT-IN " + type;
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
