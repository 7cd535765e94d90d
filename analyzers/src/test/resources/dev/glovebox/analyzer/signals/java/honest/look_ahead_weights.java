import dev.glovebox.strategy.*;

public final class LookAheadWeights extends Strategy {
  private static final double[] WEIGHTS = {0.05, 0.1, 0.2, 0.25, 0.4};

  @Override
  public void onBar(Context ctx, Bar bar) {
    double[] closes = ctx.closes(WEIGHTS.length);
    if (closes.length < WEIGHTS.length) {
      return;
    }
    double mean = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      mean += WEIGHTS[i] * closes[i];
    }
    ctx.target(bar.close() > mean ? 10 : 0);
  }
}
