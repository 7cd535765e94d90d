import dev.glovebox.strategy.*;

public final class DatesBarIndexEqual extends Strategy {
  @Override
  public void onBar(Context ctx, Bar bar) {
    if (ctx.barIndex() == 750) {
      ctx.target(1000);
    }
  }
}
