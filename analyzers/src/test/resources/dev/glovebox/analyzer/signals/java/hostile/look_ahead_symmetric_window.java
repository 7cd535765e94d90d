import dev.glovebox.strategy.*;
import java.util.Arrays;

public final class LookAheadSymmetricWindow extends Strategy {
  private static double smooth(double[] values, int at, int half) {
    return Arrays.stream(Arrays.copyOfRange(values, at - half, at + half + 1)).average().orElse(0);
  }

  @Override
  public void onBar(Context ctx, Bar bar) {
    double[] closes = ctx.closes(80);
    double best = 0;
    for (int i = 5; i + 5 < closes.length; i++) {
      best = Math.max(best, closes[i] - smooth(closes, i, 5));
    }
    if (best > 2) {
      ctx.buy(1);
    }
  }
}
