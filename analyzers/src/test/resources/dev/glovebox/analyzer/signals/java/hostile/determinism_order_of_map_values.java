import dev.glovebox.strategy.*;
import java.util.HashMap;
import java.util.Map;

public final class DeterminismOrderOfMapValues extends Strategy {
  private final Map<String, Double> weights = new HashMap<>();

  @Override
  public void onBar(Context ctx, Bar bar) {
    weights.merge(bar.instrument(), bar.volume(), Double::sum);
    weights.put("flat", 0.3);
    weights.put("trend", 0.1 * (bar.high() - bar.low()));
    double sum = weights.values().stream().reduce(0.0, Double::sum);
    if (sum > 0.4) {
      ctx.buy(1);
    }
  }
}
