import dev.glovebox.strategy.*;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

public final class CollectorsByHour extends Strategy {
  @Override
  public void onBar(Context ctx, Bar bar) {
    List<Bar> bars = ctx.history(120);
    Map<Integer, Double> byHour =
        bars.stream()
            .collect(
                Collectors.groupingBy(
                    each -> each.openTime().getHour(),
                    TreeMap::new,
                    Collectors.averagingDouble(each -> each.high() - each.low())));
    double usual = byHour.getOrDefault(bar.openTime().getHour(), (bar.high() - bar.low()));
    if ((bar.high() - bar.low()) > usual * 2) {
      ctx.buy(1);
    }
  }
}
