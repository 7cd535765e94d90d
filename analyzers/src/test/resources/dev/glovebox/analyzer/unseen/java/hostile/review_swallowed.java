import dev.glovebox.strategy.*;

public final class ReviewSwallowed extends Strategy {
  @Override
  public void onBar(Context ctx, Bar bar) {
    try {
      ctx.buy(1);
    } catch (RuntimeException e) {
    }
  }
}
