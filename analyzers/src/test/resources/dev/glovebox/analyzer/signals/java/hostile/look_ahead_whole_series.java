import dev.glovebox.strategy.*;
import java.util.Arrays;

public final class LookAheadWholeSeries extends Strategy {
  @Override
  public void onBar(Context ctx, Bar bar) {
    double[] closes = ctx.closes(500);
    double mean = Arrays.stream(closes).average().orElse(0);
    double[] centred = new double[closes.length];
    for (int i = 0; i < closes.length; i++) {
      centred[i] = closes[i] - mean;
    }
    int signals = 0;
    for (int i = 1; i < centred.length; i++) {
      if (centred[i - 1] < 0 && centred[i] > 0) {
        signals++;
      }
    }
    if (signals > 9) {
      ctx.buy(1);
    }
  }
}
