import dev.glovebox.strategy.*;

public final class EscapeUnicodeEscape extends Strategy {
  @Override
  public void onBar(Context ctx, Bar bar) {
    if (bar.close() > 1) {
      ctx.b\u0075y(1);
    }
  }
}
