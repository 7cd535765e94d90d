// kind: EnumMap and EnumSet
// answer: {FLAT=2, SHORT=6} [FLAT, LONG] 3

import dev.glovebox.strategy.Bar;
import dev.glovebox.strategy.Context;
import dev.glovebox.strategy.Strategy;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

public final class EnumCollections extends Strategy {
  enum State { FLAT, LONG, SHORT }
  public String answer() {
    Map<State, Integer> counts = new EnumMap<>(State.class);
    counts.merge(State.SHORT, 1, Integer::sum);
    counts.merge(State.FLAT, 2, Integer::sum);
    counts.merge(State.SHORT, 5, Integer::sum);
    Set<State> seen = EnumSet.noneOf(State.class);
    seen.add(State.LONG);
    seen.addAll(EnumSet.of(State.FLAT));
    return counts + " " + seen + " " + EnumSet.allOf(State.class).size();
  }

  @Override
  public void onBar(Context ctx, Bar bar) {
    ctx.log(answer());
  }
}
