// id: J135
// family: calls
// goal: throw what takes for ever to say what it is
// refused: none
// control: runs-on
// outcome: WALL_DEADLINE
// place: own

import dev.glovebox.strategy.Bar;
import dev.glovebox.strategy.Context;
import dev.glovebox.strategy.Strategy;

public final class Attack extends Strategy {
  static final class Endless extends RuntimeException {
    @Override
    public String getMessage() {
      return "GOT-IN " + new java.util.Random(1).ints().sum();
    }
  }

  @SuppressWarnings({"finally", "unused"})
  public String attack() throws Exception {
    throw new Endless();
  }

  @Override
  public void onBar(Context ctx, Bar bar) {
    throw new Endless();
  }
}
