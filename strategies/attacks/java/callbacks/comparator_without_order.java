// id: J147
// family: callbacks
// goal: break a sort by a comparator without any order
// refused: none
// unverified: COMPLETED
// control: none: the library notices it
// outcome: COMPLETED

import dev.glovebox.strategy.Bar;
import dev.glovebox.strategy.Context;
import dev.glovebox.strategy.Strategy;

public final class Attack extends Strategy {
  @SuppressWarnings({"finally", "unused"})
  public String attack() throws Exception {
    java.util.Random random = new java.util.Random(1);
    java.util.List<Integer> list = new java.util.ArrayList<>();
    for (int i = 0; i < 5000; i++) {
      list.add(i);
    }
    list.sort((a, b) -> random.nextInt(3) - 1);
    return "sorted";
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
