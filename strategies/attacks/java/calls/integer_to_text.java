// id: J125
// family: calls
// goal: let one large integer be written as text
// refused: none
// control: runs-on
// outcome: WALL_DEADLINE
// place: own

import dev.glovebox.strategy.Bar;
import dev.glovebox.strategy.Context;
import dev.glovebox.strategy.Strategy;

public final class Attack extends Strategy {
  @SuppressWarnings({"finally", "unused"})
  public String attack() throws Exception {
    java.math.BigInteger large = java.math.BigInteger.TWO.pow(300_000_000);
    return "GOT-IN " + large.toString().length();
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
