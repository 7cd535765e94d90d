// id: J130
// family: calls
// goal: hash a list that holds itself twice at each of sixty levels
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
    java.util.List<Object> list = new java.util.ArrayList<>();
    for (int i = 0; i < 60; i++) {
      java.util.List<Object> outer = new java.util.ArrayList<>();
      outer.add(list);
      outer.add(list);
      list = outer;
    }
    return "GOT-IN " + list.hashCode();
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
