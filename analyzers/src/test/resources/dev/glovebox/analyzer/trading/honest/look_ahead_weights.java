import dev.glovebox.strategy.*;

public final class LookAheadWeights extends Strategy {
  private static final double[] WEIGHTS = {0.05, 0.1, 0.15, 0.2, 0.2, 0.15, 0.1, 0.05};

  @Override
  public void onBar(Context ctx, Bar bar) {
    double[] closes = ctx.closes(WEIGHTS.length);
    double sum = 0;
    for (int i = 0; i < closes.length; i++) {
      sum += closes[i] * WEIGHTS[i];
    }
    if (closes.length == WEIGHTS.length && bar.close() > sum) {
      ctx.buy(1);
    }
  }
}
