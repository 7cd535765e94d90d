// kind: recursion, memoized and mutual
// answer: 23416728348467685 true

import dev.glovebox.strategy.Bar;
import dev.glovebox.strategy.Context;
import dev.glovebox.strategy.Strategy;
import java.util.HashMap;
import java.util.Map;

public final class Recursion extends Strategy {
  private final Map<Integer, Long> known = new HashMap<>();
  private long fibonacci(int n) {
    if (n < 2) {
      return n;
    }
    Long before = known.get(n);
    if (before != null) {
      return before;
    }
    long value = fibonacci(n - 1) + fibonacci(n - 2);
    known.put(n, value);
    return value;
  }
  private boolean even(int n) { return n == 0 || odd(n - 1); }
  private boolean odd(int n) { return n != 0 && even(n - 1); }
  public String answer() { return fibonacci(80) + " " + even(20); }

  @Override
  public void onBar(Context ctx, Bar bar) {
    ctx.log(answer());
  }
}
