// id: J150
// family: callbacks
// goal: end the stack inside the library and go on in a finally
// refused: none
// unverified: COMPLETED
// control: none: it is about limits that the control has not
// outcome: RECURSION_LIMIT or COMPLETED

import dev.glovebox.strategy.Bar;
import dev.glovebox.strategy.Context;
import dev.glovebox.strategy.Strategy;

public final class Attack extends Strategy {
  private String kept = "";

  @SuppressWarnings({"finally", "unused"})
  public String attack() throws Exception {
    java.util.List<Object> deep = new java.util.ArrayList<>();
    for (int i = 0; i < 200_000; i++) {
      java.util.List<Object> outer = new java.util.ArrayList<>();
      outer.add(deep);
      deep = outer;
    }
    String seen = "";
    try {
      return "hash " + deep.hashCode();
    } finally {
      for (int i = 0; i < 1000; i++) {
        seen = "GOT-IN";
      }
      kept = seen;
    }
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
