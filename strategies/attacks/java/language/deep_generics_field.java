// id: J119
// family: language
// goal: nest type arguments in a signature
// refused: JAVA_CLASS_ATTRIBUTE
// control: got-in

import dev.glovebox.strategy.Bar;
import dev.glovebox.strategy.Context;
import dev.glovebox.strategy.Strategy;

public final class Attack extends Strategy {
  private final java.util.List<java.util.List<java.util.List<java.util.List<java.util.List<java.util.List<java.util.List<java.util.List<java.util.List<java.util.List<java.util.List<java.util.List<java.util.List<java.util.List<java.util.List<java.util.List<java.util.List<java.util.List<java.util.List<java.util.List<java.util.List<String>>>>>>>>>>>>>>>>>>>>> field = null;

  @SuppressWarnings({"finally", "unused"})
  public String attack() throws Exception {
    return "GOT-IN " + field;
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
