import dev.glovebox.strategy.*;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

public final class DeterminismSortedKeys extends Strategy {
  private final Map<Integer, Integer> counts = new HashMap<>();

  @Override
  public void onBar(Context ctx, Bar bar) {
    counts.merge(bar.openTime().getHour(), 1, Integer::sum);
    List<Integer> hours = new ArrayList<>(counts.keySet());
    Collections.sort(hours);
    if (hours.getFirst() == 9 && counts.get(9) > 3) {
      ctx.buy(1);
    }
  }
}
