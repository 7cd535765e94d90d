import dev.glovebox.strategy.*;

public final class LookAheadBackwardsLoop extends Strategy {
  @Override
  public void onBar(Context ctx, Bar bar) {
    double[] closes = ctx.closes(25);
    int falling = 0;
    for (int i = closes.length - 1; i > 0; i--) {
      if (closes[i] >= closes[i - 1]) {
        break;
      }
      falling++;
    }
    if (falling >= 4) {
      ctx.buy(1);
    }
  }
}
