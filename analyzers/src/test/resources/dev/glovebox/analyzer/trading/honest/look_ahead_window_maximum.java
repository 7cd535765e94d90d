import dev.glovebox.strategy.*;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;

public final class LookAheadWindowMaximum extends Strategy {
  private final Deque<Double> window = new ArrayDeque<>();

  @Override
  public void onBar(Context ctx, Bar bar) {
    double most = window.isEmpty() ? 0 : Collections.max(window);
    if (bar.close() > most && window.size() == 30) {
      ctx.buy(1);
    }
    window.addLast(bar.close());
    if (window.size() > 30) {
      window.removeFirst();
    }
  }
}
