import dev.glovebox.strategy.*;

public final class DeterminismIdentityHash extends Strategy {
  @Override
  public void onBar(Context ctx, Bar bar) {
    if (System.identityHashCode(bar) % 2 == 0) {
      ctx.buy(1);
    } else {
      ctx.close();
    }
  }
}
