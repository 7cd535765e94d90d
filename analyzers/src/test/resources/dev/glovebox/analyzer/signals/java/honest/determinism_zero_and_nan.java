import dev.glovebox.strategy.*;

public final class DeterminismZeroAndNan extends Strategy {
  @Override
  public void onBar(Context ctx, Bar bar) {
    double change = bar.close() - bar.open();
    if (change == 0 || Double.isNaN(change)) {
      return;
    }
    if (bar.volume() != 0.0 && change > 0) {
      ctx.buy(1);
    }
  }
}
