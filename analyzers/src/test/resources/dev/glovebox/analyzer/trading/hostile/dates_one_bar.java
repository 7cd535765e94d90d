import dev.glovebox.strategy.*;

public final class DatesOneBar extends Strategy {
  @Override
  public void onBar(Context ctx, Bar bar) {
    if (ctx.barIndex() == 1_234) {
      ctx.buy(1);
    }
  }
}
