import dev.glovebox.strategy.*;

public final class LookAheadShiftMinusOne extends Strategy {
  private static double[] shift(double[] values, int by) {
    double[] moved = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      int from = i - by;
      moved[i] = from >= 0 && from < values.length ? values[from] : Double.NaN;
    }
    return moved;
  }

  @Override
  public void onBar(Context ctx, Bar bar) {
    double[] closes = ctx.closes(100);
    double[] next = shift(closes, -1);
    int wins = 0;
    for (int i = 0; i < closes.length; i++) {
      if (next[i] > closes[i]) {
        wins++;
      }
    }
    if (wins > 50) {
      ctx.buy(1);
    }
  }
}
