import dev.glovebox.strategy.*;

public final class LookAheadCentredLoop extends Strategy {
  private double smooth(double[] x, int i, int half) {
    double sum = 0;
    for (int j = i - half; j <= i + half; j++) {
      sum += x[j];
    }
    return sum / (2 * half + 1);
  }

  @Override
  public void onBar(Context ctx, Bar bar) {
    double[] closes = ctx.closes(60);
    if (closes.length == 60 && smooth(closes, 40, 5) > smooth(closes, 41, 5)) {
      ctx.buy(1);
    }
  }
}
