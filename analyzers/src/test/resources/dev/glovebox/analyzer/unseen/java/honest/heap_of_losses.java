import dev.glovebox.strategy.*;
import java.util.Comparator;
import java.util.PriorityQueue;

public final class HeapOfLosses extends Strategy {
  private record Loss(double size, long at) {}

  private final PriorityQueue<Loss> worst =
      new PriorityQueue<>(Comparator.comparingDouble(Loss::size).thenComparingLong(Loss::at));
  private double before = Double.NaN;

  @Override
  public void onBar(Context ctx, Bar bar) {
    if (bar.close() < before) {
      worst.add(new Loss(before - bar.close(), ctx.barIndex()));
      while (worst.size() > 10) {
        worst.poll();
      }
    }
    before = bar.close();
    Loss least = worst.peek();
    if (least != null && least.size() < 0.5) {
      ctx.buy(1);
    }
  }
}
