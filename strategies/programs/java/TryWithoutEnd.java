// kind: a try whose body leaves only by return, break or exception, with finally
// answer: 3 done 7 out 2

import dev.glovebox.strategy.Bar;
import dev.glovebox.strategy.Context;
import dev.glovebox.strategy.Strategy;

public final class TryWithoutEnd extends Strategy {
  private String told = "";
  private int n;

  private int first() {
    try {
      while (true) {
        n++;
        if (n == 3) {
          return n;
        }
      }
    } finally {
      told += "done ";
    }
  }

  private void second() {
    try {
      throw new IllegalStateException("7");
    } catch (IllegalStateException e) {
      told += e.getMessage() + " ";
    } finally {
      told += "out ";
    }
  }

  private int third() {
    int i = 0;
    outer:
    while (true) {
      try {
        for (; ; ) {
          i++;
          if (i == 2) {
            break outer;
          }
        }
      } finally {
        n = i;
      }
    }
    return n;
  }

  public String answer() {
    int one = first();
    second();
    return one + " " + told + third();
  }

  @Override
  public void onBar(Context ctx, Bar bar) {
    ctx.log(answer());
  }
}
