import dev.glovebox.strategy.*;

public final class LookAheadRing extends Strategy {
  private final double[] ring = new double[16];
  private int at;
  private boolean full;

  @Override
  public void onBar(Context ctx, Bar bar) {
    double oldest = ring[at];
    ring[at] = bar.close();
    at = (at + 1) % ring.length;
    full = full || at == 0;
    if (full && bar.close() > oldest * 1.02) {
      ctx.buy(1);
    }
  }
}
