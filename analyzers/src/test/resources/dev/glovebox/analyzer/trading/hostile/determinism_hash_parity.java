import dev.glovebox.strategy.*;

public final class DeterminismHashParity extends Strategy {
  @Override
  public void onBar(Context ctx, Bar bar) {
    if (bar.openTime().hashCode() % 2 == 0) {
      ctx.buy(1);
    }
  }
}
