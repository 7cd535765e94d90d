import dev.glovebox.strategy.*;
import java.util.Arrays;

public final class LookAheadNewestZScore extends Strategy {
  @Override
  public void onBar(Context ctx, Bar bar) {
    double[] closes = ctx.closes(30);
    double mean = Arrays.stream(closes).average().orElse(0);
    double variance = Arrays.stream(closes).map(c -> (c - mean) * (c - mean)).average().orElse(0);
    if (variance > 0 && (bar.close() - mean) / Math.sqrt(variance) < -2) {
      ctx.buy(1);
    }
  }
}
