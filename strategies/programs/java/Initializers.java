// kind: static and instance initializers and constants
// answer: 201 [1, 2] {low=1, high=2} 0.3

import dev.glovebox.strategy.Bar;
import dev.glovebox.strategy.Context;
import dev.glovebox.strategy.Strategy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

public final class Initializers extends Strategy {
  private static final double[] WEIGHTS = {0.5, 0.3, 0.2};
  private static final Map<String, Integer> RANKS = new LinkedHashMap<>();
  private static final int BASE;
  static {
    RANKS.put("low", 1);
    RANKS.put("high", 2);
    BASE = RANKS.size() * 100;
  }
  private final List<Integer> list = new ArrayList<>();
  private final int start;
  { list.add(1); }
  public Initializers() {
    this.start = BASE + 1;
    list.add(2);
  }
  public String answer() { return start + " " + list + " " + RANKS + " " + WEIGHTS[1]; }

  @Override
  public void onBar(Context ctx, Bar bar) {
    ctx.log(answer());
  }
}
