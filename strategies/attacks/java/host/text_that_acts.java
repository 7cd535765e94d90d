// id: J177
// family: host
// goal: act on the terminal of who reads it
// refused: none
// unverified: STRATEGY_ERROR
// control: text
// outcome: STRATEGY_ERROR

import dev.glovebox.strategy.OrderOptions;
import dev.glovebox.strategy.Bar;
import dev.glovebox.strategy.Context;
import dev.glovebox.strategy.Strategy;

public final class Attack extends Strategy {
  @Override
  public void onBar(Context ctx, Bar bar) {
    String evil = (char) 27 + "[2J" + (char) 7 + (char) 0 + (char) 13 + "ok" + (char) 0x202E + (char) 0xD800 + (char) 0x2028;
    ctx.log(evil);
    try {
      ctx.buy(1, new OrderOptions().tag(evil));
    } catch (RuntimeException e) {
      ctx.log("REFUSED");
    }
    throw new IllegalStateException(evil);
  }
}
