// id: J162
// family: determinism
// goal: read an address from texts of objects and arrays
// refused: none
// unverified: COMPLETED
// control: none: an address differs or not, the control does not compare
// outcome: COMPLETED
// twin: yes

import dev.glovebox.strategy.Bar;
import dev.glovebox.strategy.Context;
import dev.glovebox.strategy.Strategy;

public final class Attack extends Strategy {
  @SuppressWarnings({"finally", "unused"})
  public String attack() throws Exception {
    return "SEEN " + new Object() + new int[1] + new Attack() + java.util.stream.Stream.of(1) + new Object().hashCode();
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
