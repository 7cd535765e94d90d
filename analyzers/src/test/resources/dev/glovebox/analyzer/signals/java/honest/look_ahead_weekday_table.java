import dev.glovebox.strategy.*;

public final class LookAheadWeekdayTable extends Strategy {
  private static final double[] SHARE = {0.2, 0.2, 0.1, 0.3, 0.5, 0.0, 0.0};

  @Override
  public void onBar(Context ctx, Bar bar) {
    double share = SHARE[bar.openTime().getDayOfWeek().getValue() - 1];
    if (ctx.position() == 0 && bar.close() > bar.open()) {
      ctx.targetPercent(share);
    }
  }
}
