import dev.glovebox.strategy.*;

public final class DeterminismObjectHash extends Strategy {
  private final Object coin = new Object();

  @Override
  public void onBar(Context ctx, Bar bar) {
    if ((coin.hashCode() & 1) == 0) {
      ctx.buy(1);
    }
  }
}
