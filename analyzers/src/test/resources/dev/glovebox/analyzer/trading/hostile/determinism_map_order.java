import dev.glovebox.strategy.*;
import java.util.HashMap;
import java.util.Map;

public final class DeterminismMapOrder extends Strategy {
  private final Map<String, Double> scores = new HashMap<>();

  @Override
  public void onBar(Context ctx, Bar bar) {
    scores.put("fast", bar.close() - bar.open());
    scores.put("slow", bar.high() - bar.low());
    for (String name : scores.keySet()) {
      ctx.buy(1, new OrderOptions().tag(name));
      break;
    }
  }
}
