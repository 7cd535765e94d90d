// id: J183
// family: language
// goal: shadow the names of the API
// refused: none
// unverified: COMPLETED
// control: none: it is its own class
// outcome: COMPLETED

import dev.glovebox.strategy.Bar;
import dev.glovebox.strategy.Context;
import dev.glovebox.strategy.Strategy;

public final class Attack extends Strategy {
  static final class Meter {
    static void enter() {}

    @Override
    public String toString() {
      return "own";
    }
  }

  @SuppressWarnings({"finally", "unused"})
  public String attack() throws Exception {
    return "GOT-IN " + new Meter();
  }

  @Override
  public void onBar(Context ctx, Bar bar) {
    Meter.enter();
    ctx.log("own " + new Meter());
  }
}
