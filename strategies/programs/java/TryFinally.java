// kind: finally that runs after return, break and exception
// answer: 60 fonefbf01

import dev.glovebox.strategy.Bar;
import dev.glovebox.strategy.Context;
import dev.glovebox.strategy.Strategy;

public final class TryFinally extends Strategy {
  private final StringBuilder log = new StringBuilder();
  private int attempt(int number) {
    try {
      if (number == 0) {
        return 10;
      }
      if (number == 1) {
        throw new IllegalStateException("one");
      }
      log.append('b');
    } catch (IllegalStateException e) {
      log.append(e.getMessage());
      return 20;
    } finally {
      log.append('f');
    }
    return 30;
  }
  public String answer() {
    int sum = attempt(0) + attempt(1) + attempt(2);
    for (int i = 0; i < 3; i++) {
      try {
        if (i == 1) {
          break;
        }
      } finally {
        log.append(i);
      }
    }
    return sum + " " + log;
  }

  @Override
  public void onBar(Context ctx, Bar bar) {
    ctx.log(answer());
  }
}
