// id: J146
// family: callbacks
// goal: spend the steps inside a sort and go on after it
// refused: none
// unverified: BUDGET_EXCEEDED
// control: none: it is about limits that the control has not
// outcome: BUDGET_EXCEEDED

import dev.glovebox.strategy.Bar;
import dev.glovebox.strategy.Context;
import dev.glovebox.strategy.Strategy;

public final class Attack extends Strategy {
  @SuppressWarnings({"finally", "unused"})
  public String attack() throws Exception {
    java.util.List<Integer> list = new java.util.ArrayList<>();
    for (int i = 0; i < 2000; i++) {
      list.add(i * 7919 % 2000);
    }
    try {
      list.sort((a, b) -> {
        for (int i = 0; i < 1000; i++) {
          ;
        }
        return a - b;
      });
      return "sorted";
    } catch (RuntimeException e) {
      return "GOT-IN";
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
