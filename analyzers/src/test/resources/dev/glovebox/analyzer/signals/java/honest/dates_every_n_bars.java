import dev.glovebox.strategy.*;

public final class DatesEveryNBars extends Strategy {
  @Override
  public void onBar(Context ctx, Bar bar) {
    if (ctx.barIndex() % 20 == 0) {
      ctx.targetPercent(0.5);
    }
  }
}
