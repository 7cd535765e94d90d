// id: J151
// family: callbacks
// goal: hash a list that holds itself
// refused: none
// unverified: RECURSION_LIMIT
// control: none: it is about limits that the control has not
// outcome: RECURSION_LIMIT

import dev.glovebox.strategy.Bar;
import dev.glovebox.strategy.Context;
import dev.glovebox.strategy.Strategy;

public final class Attack extends Strategy {
  @SuppressWarnings({"finally", "unused"})
  public String attack() throws Exception {
    java.util.List<Object> list = new java.util.ArrayList<>();
    list.add(list);
    return "hash " + list.hashCode();
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
