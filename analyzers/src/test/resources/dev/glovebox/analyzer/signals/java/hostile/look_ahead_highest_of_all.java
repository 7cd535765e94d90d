import dev.glovebox.strategy.*;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

public final class LookAheadHighestOfAll extends Strategy {
  private final List<Double> closes = new ArrayList<>();

  @Override
  public void onBar(Context ctx, Bar bar) {
    closes.add(bar.close());
    double top = Collections.max(closes);
    List<Double> scaled = closes.stream().map(close -> close / top).toList();
    double sum = 0;
    for (double value : scaled) {
      sum += value;
    }
    if (sum / scaled.size() > 0.9) {
      ctx.buy(1);
    }
  }
}
