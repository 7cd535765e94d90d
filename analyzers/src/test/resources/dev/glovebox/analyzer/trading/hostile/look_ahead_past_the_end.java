import dev.glovebox.strategy.*;

public final class LookAheadPastTheEnd extends Strategy {
  @Override
  public void onBar(Context ctx, Bar bar) {
    double[] closes = ctx.closes(10);
    if (closes[closes.length] > bar.close()) {
      ctx.buy(1);
    }
  }
}
