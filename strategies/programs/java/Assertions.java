// kind: assert statements
// answer: x=3

import dev.glovebox.strategy.Bar;
import dev.glovebox.strategy.Context;
import dev.glovebox.strategy.Strategy;

public final class Assertions extends Strategy {
  public String answer() {
    int x = 3;
    assert x > 2 : "x is small";
    return "x=" + x;
  }

  @Override
  public void onBar(Context ctx, Bar bar) {
    ctx.log(answer());
  }
}
