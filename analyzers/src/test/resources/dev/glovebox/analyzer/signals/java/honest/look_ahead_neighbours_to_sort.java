import dev.glovebox.strategy.*;

public final class LookAheadNeighboursToSort extends Strategy {
  private static void sort(double[] values) {
    for (int end = values.length - 1; end > 0; end--) {
      for (int i = 0; i < end; i++) {
        if (values[i] > values[i + 1]) {
          double kept = values[i];
          values[i] = values[i + 1];
          values[i + 1] = kept;
        }
      }
    }
  }

  @Override
  public void onBar(Context ctx, Bar bar) {
    double[] closes = ctx.closes(9);
    sort(closes);
    if (bar.close() < closes[closes.length / 2]) {
      ctx.buy(1);
    }
  }
}
