import dev.glovebox.strategy.*;

public final class DatesEveryTenth extends Strategy {
  private int bars;

  @Override
  public void onBar(Context ctx, Bar bar) {
    bars++;
    if (bars % 10 == 0) {
      ctx.targetPercent(0.5);
    }
  }
}
