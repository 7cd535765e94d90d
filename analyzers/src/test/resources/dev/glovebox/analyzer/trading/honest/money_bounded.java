import dev.glovebox.strategy.*;
import dev.glovebox.strategy.indicators.ATR;

public final class MoneyBounded extends Strategy {
  private final ATR atr = new ATR(14);

  @Override
  public void onBar(Context ctx, Bar bar) {
    double range = atr.update(bar);
    if (range > 0) {
      double quantity = ctx.equity() * 0.01 / range;
      ctx.buy(Math.min(quantity, ctx.maxQuantity()));
    }
  }
}
