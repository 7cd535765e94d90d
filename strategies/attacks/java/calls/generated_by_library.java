// id: J129
// family: calls
// goal: let the library call itself back for ever
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
    return "GOT-IN " + java.util.stream.Stream.generate(new StringBuilder()::length).count();
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
