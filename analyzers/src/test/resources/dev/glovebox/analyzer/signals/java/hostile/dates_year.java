import dev.glovebox.strategy.*;

public final class DatesYear extends Strategy {
  @Override
  public void onBar(Context ctx, Bar bar) {
    if (bar.openTime().getYear() >= 2025) {
      ctx.close();
    } else if (ctx.position() == 0) {
      ctx.buy(5);
    }
  }
}
