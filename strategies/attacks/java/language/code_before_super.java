// id: J182
// family: language
// goal: run code before the parent is made
// refused: none
// unverified: COMPLETED
// control: none: it is its own object
// outcome: COMPLETED

import dev.glovebox.strategy.Bar;
import dev.glovebox.strategy.Context;
import dev.glovebox.strategy.Strategy;

public final class Attack extends Strategy {
  private final int kept;

  public Attack() {
    int before = 7;
    kept = before;
    super();
  }

  @SuppressWarnings({"finally", "unused"})
  public String attack() throws Exception {
    return "none";
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
