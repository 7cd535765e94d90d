import dev.glovebox.strategy.*;

public final class LookAheadLabels extends Strategy {
  @Override
  public void onBar(Context ctx, Bar bar) {
    double[] closes = ctx.closes(200);
    int[] label = new int[closes.length];
    for (int i = 0; i + 1 < closes.length; i++) {
      label[i] = closes[i + 1] > closes[i] ? 1 : 0;
    }
    int hits = 0;
    for (int i = 1; i < closes.length; i++) {
      if (closes[i] < closes[i - 1] && label[i] == 1) {
        hits++;
      }
    }
    if (hits > 60) {
      ctx.buy(1);
    }
  }
}
