import dev.glovebox.strategy.*;

public final class MoneyMagicSize extends Strategy {
  @Override
  public void onBar(Context ctx, Bar bar) {
    if (bar.close() < bar.open()) {
      ctx.buy(5_000_000);
    }
  }
}
