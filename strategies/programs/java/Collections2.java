// kind: maps and sets
// answer: [be, not, or, to] 2{x=[1, 2]}10{10=ten}[3, 1, 2]10ten20twenty0true

import dev.glovebox.strategy.Bar;
import dev.glovebox.strategy.Context;
import dev.glovebox.strategy.Strategy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

public final class Collections2 extends Strategy {
  public String answer() {
    Map<String, Integer> counts = new HashMap<>();
    for (String word : "to be or not to be".split(" ")) {
      counts.merge(word, 1, Integer::sum);
    }
    Map<String, List<Integer>> lists = new TreeMap<>();
    lists.computeIfAbsent("x", key -> new ArrayList<>()).add(1);
    lists.computeIfAbsent("x", key -> new ArrayList<>()).add(2);
    TreeMap<Integer, String> levels = new TreeMap<>();
    levels.put(10, "ten");
    levels.put(20, "twenty");
    Set<String> sorted = new TreeSet<>(counts.keySet());
    Set<Integer> linked = new LinkedHashSet<>(List.of(3, 1, 2));
    StringBuilder text = new StringBuilder();
    for (Map.Entry<Integer, String> entry : levels.entrySet()) {
      text.append(entry.getKey()).append(entry.getValue());
    }
    return sorted + " " + counts.get("to") + lists + levels.floorKey(15) + levels.headMap(20) + linked
        + text + counts.getOrDefault("x", 0) + new HashSet<>(linked).contains(3);
  }

  @Override
  public void onBar(Context ctx, Bar bar) {
    ctx.log(answer());
  }
}
