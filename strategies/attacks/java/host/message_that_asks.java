// id: J179
// family: host
// goal: ask for orders while the worker asks what went wrong
// refused: none
// unverified: STRATEGY_ERROR
// control: none: there is no host in the control
// outcome: STRATEGY_ERROR

import dev.glovebox.strategy.Bar;
import dev.glovebox.strategy.Context;
import dev.glovebox.strategy.Strategy;

public final class Attack extends Strategy {
  static final class Asking extends RuntimeException {
    private final Context ctx;

    Asking(Context ctx) {
      this.ctx = ctx;
    }

    @Override
    public String getMessage() {
      ctx.buy(1000);
      for (int i = 0; true; i++) {
        ctx.log("asked");
      }
    }
  }

  @Override
  public void onBar(Context ctx, Bar bar) {
    throw new Asking(ctx);
  }
}
