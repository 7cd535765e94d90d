import dev.glovebox.strategy.*;
import java.util.ArrayDeque;
import java.util.Deque;

public final class LookAheadDeque extends Strategy {
  private final Deque<Double> window = new ArrayDeque<>();

  @Override
  public void onBar(Context ctx, Bar bar) {
    if (window.size() == 15) {
      double top = window.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
      if (bar.close() > top) {
        ctx.buy(1);
      }
      window.removeFirst();
    }
    window.addLast(bar.close());
  }
}
