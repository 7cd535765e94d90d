// kind: enum with fields and methods
// answer: SHORT 1 2

import dev.glovebox.strategy.Bar;
import dev.glovebox.strategy.Context;
import dev.glovebox.strategy.Strategy;

public final class EnumWithFields extends Strategy {
  enum Side {
    LONG(1), SHORT(-1);
    private final int sign;
    Side(int sign) { this.sign = sign; }
    int sign() { return sign; }
    Side opposite() { return this == LONG ? SHORT : LONG; }
  }
  public String answer() {
    return Side.LONG.opposite() + " " + Side.valueOf("LONG").sign() + " " + Side.values().length;
  }

  @Override
  public void onBar(Context ctx, Bar bar) {
    ctx.log(answer());
  }
}
