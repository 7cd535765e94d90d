import dev.glovebox.strategy.*;

public final class LookAheadBarIndexPlusOne extends Strategy {
  private final double[] path = {
    101.25, 101.5, 100.75, 100.5, 102.0, 103.5, 103.25, 102.5, 101.75, 104.0, 105.5, 105.25,
    104.5, 106.0, 107.25, 108.0, 107.5, 106.75, 109.25, 110.0, 109.5, 108.25, 107.0, 111.75,
  };

  @Override
  public void onBar(Context ctx, Bar bar) {
    if (path[ctx.barIndex() + 1] > bar.close()) {
      ctx.buy(1);
    }
  }
}
