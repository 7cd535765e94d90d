import dev.glovebox.strategy.*;

public final class DatesText extends Strategy {
  private static final String DAY = "2026-03";

  @Override
  public void onBar(Context ctx, Bar bar) {
    if (ctx.now().toString().startsWith(DAY)) {
      ctx.buy(1);
    }
  }
}
