import dev.glovebox.strategy.*;

public final class ReviewChangedStatic extends Strategy {
  private static int calls;

  @Override
  public void onBar(Context ctx, Bar bar) {
    calls = calls + 1;
    if (calls % 3 == 0) {
      ctx.buy(1);
    }
  }
}
