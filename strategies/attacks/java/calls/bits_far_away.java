// id: J141
// family: calls
// goal: fill the memory by one bit
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
    java.util.BitSet bits = new java.util.BitSet();
    bits.set(Integer.MAX_VALUE - 1);
    java.util.BitSet more = new java.util.BitSet();
    more.set(Integer.MAX_VALUE - 1);
    return "GOT-IN " + (bits.size() + more.size());
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
