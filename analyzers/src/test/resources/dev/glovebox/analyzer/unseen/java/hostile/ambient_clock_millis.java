import dev.glovebox.strategy.*;

public final class AmbientClockMillis extends Strategy {
  @Override
  public void onBar(Context ctx, Bar bar) {
    if (System.currentTimeMillis() % 2 == 0) {
      ctx.buy(1);
    }
  }
}
