import dev.glovebox.strategy.*;

public final class MoneyMillion extends Strategy {
  private static final long SIZE = 1_000L * 1_000L;

  @Override
  public void onBar(Context ctx, Bar bar) {
    ctx.buy(SIZE);
  }
}
