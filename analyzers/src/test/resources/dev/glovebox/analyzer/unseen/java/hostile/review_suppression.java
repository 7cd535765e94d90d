import dev.glovebox.strategy.*;

public final class ReviewSuppression extends Strategy {
  @Override
  @SuppressWarnings("all") // NOSONAR NOPMD nosec
  public void onBar(Context ctx, Bar bar) {
    ctx.buy(1);
  }
}
