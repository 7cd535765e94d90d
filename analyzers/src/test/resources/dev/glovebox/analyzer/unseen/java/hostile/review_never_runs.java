import dev.glovebox.strategy.*;

public final class ReviewNeverRuns extends Strategy {
  @Override
  public void onBar(Context ctx, Bar bar) {
    if (1 > 2) {
      ctx.buy(1000);
    }
  }
}
