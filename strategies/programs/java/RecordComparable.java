// kind: records as keys, sorted by their own order
// answer: Key[name=z, rank=1] [w, y, x]

import dev.glovebox.strategy.Bar;
import dev.glovebox.strategy.Context;
import dev.glovebox.strategy.Strategy;
import java.util.TreeMap;

public final class RecordComparable extends Strategy {
  record Key(String name, int rank) implements Comparable<Key> {
    @Override public int compareTo(Key other) {
      int order = Integer.compare(rank, other.rank);
      return order != 0 ? order : name.compareTo(other.name);
    }
  }
  public String answer() {
    TreeMap<Key, String> map = new TreeMap<>();
    map.put(new Key("b", 2), "x");
    map.put(new Key("a", 2), "y");
    map.put(new Key("z", 1), "w");
    return map.firstKey() + " " + map.values();
  }

  @Override
  public void onBar(Context ctx, Bar bar) {
    ctx.log(answer());
  }
}
