import dev.glovebox.strategy.*;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

public final class DeterminismSortedKeys extends Strategy {
  private final Set<String> seen = new HashSet<>();

  @Override
  public void onBar(Context ctx, Bar bar) {
    seen.add(bar.openTime().getDayOfWeek().toString());
    String first = seen.stream().sorted().findFirst().orElse("");
    for (String day : new TreeSet<>(seen)) {
      if (day.startsWith(first)) {
        ctx.buy(1, new OrderOptions().tag(day));
      }
    }
  }
}
