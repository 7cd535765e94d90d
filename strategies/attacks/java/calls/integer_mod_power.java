// id: J126
// family: calls
// goal: let one modular power take for ever
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
    java.math.BigInteger large = java.math.BigInteger.ONE.shiftLeft(400_000).subtract(java.math.BigInteger.ONE);
    return "GOT-IN " + java.math.BigInteger.TEN.modPow(large, large).signum();
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
