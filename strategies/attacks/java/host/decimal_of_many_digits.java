// id: J176
// family: host
// goal: ask for a decimal of a million digits
// refused: none
// control: none: there is no host in the control
// outcome: COMPLETED or WALL_DEADLINE
// place: own

import dev.glovebox.strategy.OrderOptions;
import java.math.BigDecimal;
import dev.glovebox.strategy.Bar;
import dev.glovebox.strategy.Context;
import dev.glovebox.strategy.Strategy;

public final class Attack extends Strategy {
  @Override
  public void onBar(Context ctx, Bar bar) {
    BigDecimal many = new BigDecimal("1" + "0".repeat(400_000) + "1");
    try {
      ctx.buy(many, new OrderOptions().limit(many));
    } catch (RuntimeException e) {
      ctx.log("REFUSED");
    }
  }
}
