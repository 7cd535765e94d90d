// kind: functional interface of one's own with default and static methods
// answer: true false

import dev.glovebox.strategy.Bar;
import dev.glovebox.strategy.Context;
import dev.glovebox.strategy.Strategy;

public final class FunctionalInterfaceOwn extends Strategy {
  @FunctionalInterface
  interface Rule {
    boolean holds(double price);
    default Rule and(Rule other) { return price -> holds(price) && other.holds(price); }
    static Rule above(double level) { return price -> price > level; }
    static Rule below(double level) { return price -> price < level; }
  }
  public String answer() {
    Rule between = Rule.above(10).and(Rule.below(20));
    return between.holds(15) + " " + between.holds(25);
  }

  @Override
  public void onBar(Context ctx, Bar bar) {
    ctx.log(answer());
  }
}
