// id: J144
// family: calls
// goal: throw what says more than fits
// refused: none
// control: got-in
// outcome: MEMORY_LIMIT
// place: own

import dev.glovebox.strategy.Bar;
import dev.glovebox.strategy.Context;
import dev.glovebox.strategy.Strategy;

public final class Attack extends Strategy {
  static final class Large extends RuntimeException {
    @Override
    public String getMessage() {
      return "m".repeat(400_000_000);
    }
  }

  @SuppressWarnings({"finally", "unused"})
  public String attack() throws Exception {
    return "GOT-IN " + new Large().getMessage().length();
  }

  @Override
  public void onBar(Context ctx, Bar bar) {
    throw new Large();
  }
}
