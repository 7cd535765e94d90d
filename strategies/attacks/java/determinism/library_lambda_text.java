// id: J160
// family: determinism
// goal: read an address from the text of the library's lambda
// refused: none
// unverified: COMPLETED
// control: none: an address differs or not, the control does not compare
// outcome: COMPLETED
// open: the JVM names the class of a lambda by an address, which no flag changes

import dev.glovebox.strategy.Bar;
import dev.glovebox.strategy.Context;
import dev.glovebox.strategy.Strategy;

public final class Attack extends Strategy {
  @SuppressWarnings({"finally", "unused"})
  public String attack() throws Exception {
    return "SEEN " + java.util.Comparator.comparing(Object::hashCode);
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
