import dev.glovebox.strategy.*;

public final class LookAheadCycle extends Strategy {
  private static final int[] SIZES = {1, 2, 3, 4, 4, 3, 2, 1};

  @Override
  public void onBar(Context ctx, Bar bar) {
    ctx.target(SIZES[(int) (ctx.barIndex() % 8)]);
  }
}
