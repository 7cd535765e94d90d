import dev.glovebox.strategy.*;
import java.util.HashMap;
import java.util.Map;

public final class DeterminismFirstKey extends Strategy {
  private final Map<Object, Double> levels = new HashMap<>();

  @Override
  public void onBar(Context ctx, Bar bar) {
    levels.put(bar, bar.close());
    Object first = levels.keySet().iterator().next();
    if (levels.get(first) > bar.close()) {
      ctx.buy(1);
    }
  }
}
