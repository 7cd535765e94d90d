import dev.glovebox.strategy.*;

public final class LookAheadCentredMean extends Strategy {
  @Override
  public void onBar(Context ctx, Bar bar) {
    double[] closes = ctx.closes(60);
    int above = 0;
    for (int i = 2; i < closes.length - 2; i++) {
      double mean =
          (closes[i - 2] + closes[i - 1] + closes[i] + closes[i + 1] + closes[i + 2]) / 5;
      if (closes[i] > mean) {
        above++;
      }
    }
    if (above > 30) {
      ctx.buy(1);
    }
  }
}
