import dev.glovebox.strategy.*;

public final class LookAheadNewestLast extends Strategy {
  @Override
  public void onBar(Context ctx, Bar bar) {
    double[] closes = ctx.closes(10);
    int last = closes.length - 1;
    if (last > 3 && closes[last] > closes[last - 3]) {
      ctx.buy(1);
    }
  }
}
