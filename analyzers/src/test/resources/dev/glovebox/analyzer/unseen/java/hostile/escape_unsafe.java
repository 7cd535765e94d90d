import dev.glovebox.strategy.*;

public final class EscapeUnsafe extends Strategy {
  private sun.misc.Unsafe memory;

  @Override
  public void onBar(Context ctx, Bar bar) {
    if (memory == null) {
      ctx.buy(1);
    }
  }
}
