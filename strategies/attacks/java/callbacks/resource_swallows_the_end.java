// id: J148
// family: callbacks
// goal: let a closed resource suppress the end of the run
// refused: none
// unverified: BUDGET_EXCEEDED
// control: none: it is without end there
// outcome: BUDGET_EXCEEDED

import dev.glovebox.strategy.Bar;
import dev.glovebox.strategy.Context;
import dev.glovebox.strategy.Strategy;

public final class Attack extends Strategy {
  static final class Closing implements AutoCloseable {
    @Override
    public void close() {
      for (int i = 0; true; i++) {
        ;
      }
    }
  }

  @SuppressWarnings({"finally", "unused"})
  public String attack() throws Exception {
    try (Closing closing = new Closing()) {
      throw new IllegalStateException("first");
    } catch (IllegalStateException e) {
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
