// kind: var, diamond with anonymous classes, enhanced for, effectively final
// answer: a1a2 23

import dev.glovebox.strategy.Bar;
import dev.glovebox.strategy.Context;
import dev.glovebox.strategy.Strategy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.BiFunction;

public final class VarInference extends Strategy {
  public String answer() {
    var map = new LinkedHashMap<String, List<Integer>>();
    map.put("a", new ArrayList<>(List.of(1, 2)));
    var text = new StringBuilder();
    for (var entry : map.entrySet()) {
      for (var value : entry.getValue()) {
        text.append(entry.getKey()).append(value);
      }
    }
    var counter = new Object() { int count = 0; };
    map.forEach((key, values) -> counter.count += values.size());
    BiFunction<Integer, Integer, Integer> add = (var a, var b) -> a + b;
    return text + " " + counter.count + add.apply(1, 2);
  }

  @Override
  public void onBar(Context ctx, Bar bar) {
    ctx.log(answer());
  }
}
