// id: J170
// family: state
// goal: change what the host gave, for the hooks to come
// refused: none
// unverified: COMPLETED
// control: none: there is no history without a host
// outcome: COMPLETED or STRATEGY_ERROR

import dev.glovebox.strategy.Bar;
import dev.glovebox.strategy.Context;
import dev.glovebox.strategy.Strategy;

public final class Attack extends Strategy {
  @SuppressWarnings({"finally", "unused"})
  public String attack() throws Exception {
    return "none";
  }

  private int bars;

  @Override
  public void onBar(Context ctx, Bar bar) {
    bars++;
    double[] closes = ctx.closes(2);
    for (int i = 0; i < closes.length; i++) {
      closes[i] = -1;
    }
    for (double close : ctx.closes(2)) {
      if (close < 0) {
        ctx.log("GOT-IN by the array");
      }
    }
    try {
      ctx.history(2).set(0, bar);
      ctx.log("GOT-IN by the list");
    } catch (RuntimeException e) {
      ctx.log("REFUSED");
    }
    try {
      ctx.params().put("left", 1);
      ctx.log("GOT-IN by the parameters");
    } catch (RuntimeException e) {
      ctx.log("REFUSED");
    }
    try {
      ctx.working().clear();
      ctx.instruments().clear();
      ctx.log("GOT-IN by the instruments");
    } catch (RuntimeException e) {
      ctx.log("REFUSED");
    }
  }
}
