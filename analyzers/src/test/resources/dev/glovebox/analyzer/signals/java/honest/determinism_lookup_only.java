import dev.glovebox.strategy.*;
import java.util.HashMap;
import java.util.Map;

public final class DeterminismLookupOnly extends Strategy {
  private final Map<String, Double> entries = new HashMap<>();

  @Override
  public void onFill(Context ctx, Fill fill) {
    entries.put(fill.instrument(), fill.price());
  }

  @Override
  public void onBar(Context ctx, Bar bar) {
    Double entry = entries.get(bar.instrument());
    if (entry == null || !entries.containsKey(bar.instrument())) {
      ctx.buy(1);
    } else if (bar.close() > entry * 1.05) {
      ctx.close();
    }
  }
}
