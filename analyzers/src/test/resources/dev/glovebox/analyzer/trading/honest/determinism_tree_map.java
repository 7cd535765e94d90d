import dev.glovebox.strategy.*;
import java.util.Map;
import java.util.TreeMap;

public final class DeterminismTreeMap extends Strategy {
  private final Map<String, Double> scores = new TreeMap<>();

  @Override
  public void onBar(Context ctx, Bar bar) {
    scores.put("a", bar.close() - bar.open());
    scores.put("b", bar.high() - bar.low());
    for (Map.Entry<String, Double> entry : scores.entrySet()) {
      if (entry.getValue() > 1) {
        ctx.buy(1, new OrderOptions().tag(entry.getKey()));
        break;
      }
    }
  }
}
