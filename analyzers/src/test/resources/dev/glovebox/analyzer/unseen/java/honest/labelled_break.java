import dev.glovebox.strategy.*;

public final class LabelledBreak extends Strategy {
  @Override
  public void onBar(Context ctx, Bar bar) {
    double[] closes = ctx.closes(12);
    int pairs = 0;
    outer:
    for (int i = 0; i < closes.length; i++) {
      for (int j = 0; j < i; j++) {
        if (closes[j] > closes[i]) {
          continue outer;
        }
        pairs++;
        if (pairs > 40) {
          break outer;
        }
      }
    }
    if (pairs > 40) {
      ctx.buy(1);
    }
  }
}
