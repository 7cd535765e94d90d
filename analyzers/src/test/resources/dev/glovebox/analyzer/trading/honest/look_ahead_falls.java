import dev.glovebox.strategy.*;

public final class LookAheadFalls extends Strategy {
  @Override
  public void onBar(Context ctx, Bar bar) {
    double[] closes = ctx.closes(20);
    int falls = 0;
    for (int i = 1; i < closes.length; i++) {
      falls += closes[i] < closes[i - 1] ? 1 : 0;
    }
    if (falls > 12) {
      ctx.buy(1);
    }
  }
}
