// kind: anonymous classes that capture and keep state
// answer: 10 11 2

import dev.glovebox.strategy.Bar;
import dev.glovebox.strategy.Context;
import dev.glovebox.strategy.Strategy;

public final class AnonymousClasses extends Strategy {
  interface Counter { int next(); }
  private Counter from(int start) {
    return new Counter() {
      private int next = start;
      { next *= 2; }
      @Override public int next() { return next++; }
    };
  }
  public String answer() {
    Counter counter = from(5);
    int a = counter.next();
    return a + " " + counter.next() + " " + from(1).next();
  }

  @Override
  public void onBar(Context ctx, Bar bar) {
    ctx.log(answer());
  }
}
