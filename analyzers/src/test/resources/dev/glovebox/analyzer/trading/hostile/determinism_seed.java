import dev.glovebox.strategy.*;

public final class DeterminismSeed extends Strategy {
  @Override
  public void onBar(Context ctx, Bar bar) {
    ctx.random().setSeed(7);
    if (ctx.random().nextDouble() < 0.1) {
      ctx.buy(1);
    }
  }
}
