// id: J153
// family: callbacks
// goal: recurse through the library without an end
// refused: none
// unverified: RECURSION_LIMIT
// control: none: it is about limits that the control has not
// outcome: RECURSION_LIMIT

import dev.glovebox.strategy.Bar;
import dev.glovebox.strategy.Context;
import dev.glovebox.strategy.Strategy;

public final class Attack extends Strategy {
  private int again(int depth) {
    return java.util.stream.Stream.of(depth, depth).map(d -> again(d + 1)).findFirst().orElse(0);
  }

  @SuppressWarnings({"finally", "unused"})
  public String attack() throws Exception {
    return "depth " + again(1);
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
