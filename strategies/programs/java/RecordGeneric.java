// kind: generic and nested records
// answer: Pair[first=a, second=Pair[first=a, second=1]] 1

import dev.glovebox.strategy.Bar;
import dev.glovebox.strategy.Context;
import dev.glovebox.strategy.Strategy;

public final class RecordGeneric extends Strategy {
  record Pair<A, B>(A first, B second) {
    <C> Pair<A, C> withSecond(C other) { return new Pair<>(first, other); }
  }
  public String answer() {
    Pair<String, Integer> pair = new Pair<>("a", 1);
    Pair<String, Pair<String, Integer>> nested = pair.withSecond(pair);
    return nested + " " + nested.second().second();
  }

  @Override
  public void onBar(Context ctx, Bar bar) {
    ctx.log(answer());
  }
}
