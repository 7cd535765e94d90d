// kind: inner, static nested, local and anonymous classes
// answer: 121 242 2 2 [3, 2, 1]

import dev.glovebox.strategy.Bar;
import dev.glovebox.strategy.Context;
import dev.glovebox.strategy.Strategy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

public final class NestedClasses extends Strategy {
  private int total = 1;
  final class Inner {
    void raise() { total += 10; }
    final class Deeper {
      void raise() { total += 100; Inner.this.raise(); }
    }
  }
  private static class Counter {
    private int count;
    int next() { return ++count; }
  }
  public String answer() {
    Inner inner = new Inner();
    inner.raise();
    Inner.Deeper deeper = inner.new Deeper();
    deeper.raise();
    class Local {
      int value() { return total * 2; }
    }
    Counter counter = new Counter();
    counter.next();
    Comparator<Integer> backwards = new Comparator<>() {
      @Override public int compare(Integer a, Integer b) { return b.compareTo(a); }
    };
    List<Integer> list = new ArrayList<>(List.of(1, 3, 2));
    list.sort(backwards);
    return total + " " + new Local().value() + " " + counter.next() + " " + counter.count + " " + list;
  }

  @Override
  public void onBar(Context ctx, Bar bar) {
    ctx.log(answer());
  }
}
