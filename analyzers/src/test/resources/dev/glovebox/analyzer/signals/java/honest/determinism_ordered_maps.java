import dev.glovebox.strategy.*;
import java.time.DayOfWeek;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

public final class DeterminismOrderedMaps extends Strategy {
  private final Map<DayOfWeek, Double> byDay = new EnumMap<>(DayOfWeek.class);
  private final Map<Integer, Double> byHour = new TreeMap<>();
  private final Map<String, Double> byName = new LinkedHashMap<>();

  @Override
  public void onBar(Context ctx, Bar bar) {
    byDay.merge(bar.openTime().getDayOfWeek(), (bar.high() - bar.low()), Math::max);
    byHour.merge(bar.openTime().getHour(), (bar.high() - bar.low()), Double::sum);
    byName.put(bar.instrument(), bar.close());
    double most = 0;
    for (Map.Entry<DayOfWeek, Double> entry : byDay.entrySet()) {
      most = Math.max(most, entry.getValue());
    }
    for (double value : byHour.values()) {
      most += value / 100;
    }
    for (String name : byName.keySet()) {
      most -= name.length() / 1000.0;
    }
    ctx.target(most > 3 ? 1 : 0);
  }
}
