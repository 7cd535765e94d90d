// id: J137
// family: calls
// goal: fill the memory by one array
// refused: none
// control: got-in
// outcome: MEMORY_LIMIT
// place: own

import dev.glovebox.strategy.Bar;
import dev.glovebox.strategy.Context;
import dev.glovebox.strategy.Strategy;

public final class Attack extends Strategy {
  @SuppressWarnings({"finally", "unused"})
  public String attack() throws Exception {
    long[] all = new long[50_000_000];
    all[7] = 1;
    return "GOT-IN " + all.length;
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
