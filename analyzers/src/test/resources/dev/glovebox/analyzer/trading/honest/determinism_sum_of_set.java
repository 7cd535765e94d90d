import dev.glovebox.strategy.*;
import java.util.HashSet;
import java.util.Set;

public final class DeterminismSumOfSet extends Strategy {
  private final Set<Integer> hours = new HashSet<>();

  @Override
  public void onBar(Context ctx, Bar bar) {
    hours.add(bar.openTime().getHour());
    int sum = 0;
    for (int hour : hours) {
      sum += hour;
    }
    if (sum > 100 && hours.contains(9)) {
      ctx.buy(1);
    }
  }
}
