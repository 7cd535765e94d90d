import dev.glovebox.strategy.*;
import java.util.ArrayDeque;
import java.util.Deque;

public final class DatesWindowOfSize extends Strategy {
  private static final int LENGTH = 200;
  private final Deque<Double> window = new ArrayDeque<>();

  @Override
  public void onBar(Context ctx, Bar bar) {
    window.addLast(bar.close());
    if (window.size() > LENGTH) {
      window.removeFirst();
    }
    if (window.size() == LENGTH && bar.close() > window.getFirst()) {
      ctx.buy(1);
    }
  }
}
