import dev.glovebox.strategy.*;

public final class DatesWarm extends Strategy {
  private int seen;

  @Override
  public void onBar(Context ctx, Bar bar) {
    seen++;
    if (seen < 50) {
      return;
    }
    if (bar.close() > bar.open() && ctx.position() == 0) {
      ctx.buy(1);
    }
  }
}
