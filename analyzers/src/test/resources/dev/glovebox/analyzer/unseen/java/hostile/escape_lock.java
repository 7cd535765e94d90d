import dev.glovebox.strategy.*;

public final class EscapeLock extends Strategy {
  @Override
  public void onBar(Context ctx, Bar bar) {
    synchronized (ctx) {
      ctx.buy(1);
    }
  }
}
