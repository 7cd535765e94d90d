// id: J124
// family: calls
// goal: let one power of a decimal take for ever
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
    return "GOT-IN " + new java.math.BigDecimal("1.0000001").pow(999_999_999).signum();
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
