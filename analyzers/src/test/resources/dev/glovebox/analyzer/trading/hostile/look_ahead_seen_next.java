import dev.glovebox.strategy.*;

public final class LookAheadSeenNext extends Strategy {
  private static final double[] SEEN = {101.2, 101.9, 102.4, 101.7, 103.3, 104.0, 103.1, 102.2};

  @Override
  public void onBar(Context ctx, Bar bar) {
    int at = (int) ctx.barIndex() ;
    if (at + 1 < SEEN.length && SEEN[at + 1] > bar.close()) {
      ctx.buy(10);
    }
  }
}
