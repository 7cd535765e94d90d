// kind: an iterable and iterator of one's own
// answer: 4321

import dev.glovebox.strategy.Bar;
import dev.glovebox.strategy.Context;
import dev.glovebox.strategy.Strategy;
import java.util.Iterator;
import java.util.NoSuchElementException;

public final class IterableOwn extends Strategy {
  static final class Countdown implements Iterable<Integer> {
    private final int from;
    Countdown(int from) { this.from = from; }
    @Override public Iterator<Integer> iterator() {
      return new Iterator<>() {
        private int next = from;
        @Override public boolean hasNext() { return next > 0; }
        @Override public Integer next() {
          if (!hasNext()) {
            throw new NoSuchElementException();
          }
          return next--;
        }
      };
    }
  }
  public String answer() {
    int sum = 0;
    for (int value : new Countdown(4)) {
      sum = sum * 10 + value;
    }
    return "" + sum;
  }

  @Override
  public void onBar(Context ctx, Bar bar) {
    ctx.log(answer());
  }
}
