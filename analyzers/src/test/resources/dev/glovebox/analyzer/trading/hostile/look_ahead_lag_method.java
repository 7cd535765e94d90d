import dev.glovebox.strategy.*;

public final class LookAheadLagMethod extends Strategy {
  private static double lagged(double[] values, int at, int lag) {
    return values[at - lag];
  }

  @Override
  public void onBar(Context ctx, Bar bar) {
    double[] closes = ctx.closes(50);
    if (closes.length == 50 && lagged(closes, 20, -3) > closes[20]) {
      ctx.buy(1);
    }
  }
}
