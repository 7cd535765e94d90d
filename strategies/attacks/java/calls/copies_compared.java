// id: J132
// family: calls
// goal: look for what is nowhere in copies of copies
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
    java.util.List<String> inner = java.util.Collections.nCopies(1_000_001, "a");
    java.util.List<String> other = new java.util.ArrayList<>(java.util.Collections.nCopies(1_000_000, "a"));
    other.add("b");
    return "GOT-IN " + java.util.Collections.frequency(java.util.Collections.nCopies(Integer.MAX_VALUE, inner), other);
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
