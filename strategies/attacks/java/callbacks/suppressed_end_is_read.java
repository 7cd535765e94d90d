// id: J149
// family: callbacks
// goal: read the end of the run from what an exception suppresses
// refused: none
// unverified: BUDGET_EXCEEDED
// control: none: it is without end there
// outcome: BUDGET_EXCEEDED

import dev.glovebox.strategy.Bar;
import dev.glovebox.strategy.Context;
import dev.glovebox.strategy.Strategy;

public final class Attack extends Strategy {
  private Throwable ended;

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
    IllegalStateException kept = new IllegalStateException("kept");
    try {
      try (Closing closing = new Closing()) {
        throw kept;
      }
    } finally {
      for (Throwable each : kept.getSuppressed()) {
        ended = each;
      }
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
