import dev.glovebox.strategy.*;

public final class DatesTimeStop extends Strategy {
  private int held;

  @Override
  public void onBar(Context ctx, Bar bar) {
    if (ctx.position() == 0) {
      held = 0;
      ctx.buy(1);
    } else if (++held >= 20) {
      ctx.close();
      held = 0;
    }
  }
}
