import dev.glovebox.strategy.*;

public final class EscapeNative extends Strategy {
  private static native long address(Object of);

  @Override
  public void onBar(Context ctx, Bar bar) {
    if (address(bar) > 0) {
      ctx.buy(1);
    }
  }
}
