// kind: LinkedHashMap that forgets its eldest entry
// answer: {a=1, c=3}

import dev.glovebox.strategy.Bar;
import dev.glovebox.strategy.Context;
import dev.glovebox.strategy.Strategy;
import java.util.LinkedHashMap;
import java.util.Map;

public final class CacheByOrder extends Strategy {
  static final class Recent<K, V> extends LinkedHashMap<K, V> {
    private static final long serialVersionUID = 1L;
    private final int most;
    Recent(int most) { super(16, 0.75f, true); this.most = most; }
    @Override protected boolean removeEldestEntry(Map.Entry<K, V> eldest) { return size() > most; }
  }
  public String answer() {
    Map<String, Integer> recent = new Recent<>(2);
    recent.put("a", 1);
    recent.put("b", 2);
    recent.get("a");
    recent.put("c", 3);
    return recent.toString();
  }

  @Override
  public void onBar(Context ctx, Bar bar) {
    ctx.log(answer());
  }
}
