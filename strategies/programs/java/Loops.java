// kind: every kind of loop, labels, continue
// answer: 18 100

import dev.glovebox.strategy.Bar;
import dev.glovebox.strategy.Context;
import dev.glovebox.strategy.Strategy;

public final class Loops extends Strategy {
  public String answer() {
    int sum = 0;
    outer:
    for (int i = 0, j = 10; i < j; i++, j--) {
      for (int k = 0; ; k++) {
        if (k == 3) {
          continue outer;
        }
        if (i == 4) {
          break outer;
        }
        sum += i * k;
      }
    }
    int n = 27;
    int steps = 0;
    while (n != 1) {
      n = n % 2 == 0 ? n / 2 : 3 * n + 1;
      steps++;
    }
    do {
      steps--;
    } while (steps > 100);
    block:
    {
      if (sum > 0) {
        break block;
      }
      sum = -1;
    }
    return sum + " " + steps;
  }

  @Override
  public void onBar(Context ctx, Bar bar) {
    ctx.log(answer());
  }
}
