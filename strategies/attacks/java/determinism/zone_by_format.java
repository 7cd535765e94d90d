// id: J163
// family: determinism
// goal: read the machine's zone by a format
// refused: none
// unverified: COMPLETED
// control: none: tests run in one zone
// outcome: COMPLETED
// twin: yes

import dev.glovebox.strategy.Bar;
import dev.glovebox.strategy.Context;
import dev.glovebox.strategy.Strategy;

public final class Attack extends Strategy {
  @SuppressWarnings({"finally", "unused"})
  public String attack() throws Exception {
    return "SEEN " + String.format("%tZ %<tc %n", 0L).length() + String.format("%tH", 0L);
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
