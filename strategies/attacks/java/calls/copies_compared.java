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
    java.util.List<String> inner = java.util.Collections.nCopies(Integer.MAX_VALUE, "a");
    java.util.List<java.util.List<String>> outer = java.util.Collections.nCopies(Integer.MAX_VALUE, inner);
    return "GOT-IN " + java.util.Collections.indexOfSubList(outer, java.util.List.of(new java.util.ArrayList<String>()));
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
