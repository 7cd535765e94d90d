import dev.glovebox.strategy.*;

public final class DatesCountdown extends Strategy {
  private int fuse = 1_000;

  @Override
  public void onBar(Context ctx, Bar bar) {
    if (--fuse == 0) {
      ctx.buy(50);
    }
  }
}
