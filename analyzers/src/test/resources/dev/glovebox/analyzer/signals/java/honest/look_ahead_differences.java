import dev.glovebox.strategy.*;

public final class LookAheadDifferences extends Strategy {
  @Override
  public void onBar(Context ctx, Bar bar) {
    double[] closes = ctx.closes(20);
    double gains = 0;
    for (int i = 1; i < closes.length; i++) {
      gains += Math.max(0, closes[i] - closes[i - 1]);
    }
    if (gains > 5) {
      ctx.buy(1);
    }
  }
}
