import dev.glovebox.strategy.*;

public final class DeterminismSeedAgain extends Strategy {
  @Override
  public void onBar(Context ctx, Bar bar) {
    ctx.random().setSeed(99);
    if (ctx.random().nextInt(10) == 3) {
      ctx.buy(1);
    }
  }
}
