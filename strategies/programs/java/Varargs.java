// kind: variable arguments and overloads
// answer: 7longobjectinteger

import dev.glovebox.strategy.Bar;
import dev.glovebox.strategy.Context;
import dev.glovebox.strategy.Strategy;

public final class Varargs extends Strategy {
  private static int sum(int... values) {
    int sum = 0;
    for (int value : values) {
      sum += value;
    }
    return sum;
  }
  private static String pick(Object value) { return "object"; }
  private static String pick(long value) { return "long"; }
  private static String pick(Integer value) { return "integer"; }
  public String answer() { return sum() + sum(1) + sum(1, 2, 3) + pick(1) + pick("x") + pick(Integer.valueOf(3)); }

  @Override
  public void onBar(Context ctx, Bar bar) {
    ctx.log(answer());
  }
}
