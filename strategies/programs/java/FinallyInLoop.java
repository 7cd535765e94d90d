// kind: finally with nested try, continue and rethrow
// answer: 1fz;f10;f5x3;4f3;

import dev.glovebox.strategy.Bar;
import dev.glovebox.strategy.Context;
import dev.glovebox.strategy.Strategy;

public final class FinallyInLoop extends Strategy {
  public String answer() {
    StringBuilder log = new StringBuilder();
    int i = 0;
    while (i < 4) {
      i++;
      try {
        try {
          if (i == 2) {
            continue;
          }
          if (i == 3) {
            throw new IllegalStateException("x" + i);
          }
          log.append(i);
        } finally {
          log.append('f');
          try {
            log.append(10 / (i - 1));
          } catch (ArithmeticException e) {
            log.append('z');
          }
        }
      } catch (IllegalStateException e) {
        log.append(e.getMessage());
      } finally {
        log.append(';');
      }
    }
    return log.toString();
  }

  @Override
  public void onBar(Context ctx, Bar bar) {
    ctx.log(answer());
  }
}
