import dev.glovebox.strategy.*;
import dev.glovebox.strategy.indicators.ATR;

public final class MoneyRisk extends Strategy {
  private final ATR atr = new ATR(14);
  private double stop;

  @Override
  public void onBar(Context ctx, Bar bar) {
    double range = atr.update(bar);
    if (ctx.position() > 0) {
      stop = Math.max(stop, bar.close() - 3 * range);
      if (bar.low() < stop) {
        ctx.close();
      }
    } else if (atr.ready() && bar.close() > bar.open()) {
      stop = bar.close() - 3 * range;
      ctx.buy(Math.min(ctx.equity() * 0.01 / (3 * range), ctx.maxQuantity()));
    }
  }
}
