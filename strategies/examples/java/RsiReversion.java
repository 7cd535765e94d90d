import dev.glovebox.strategy.Bar;
import dev.glovebox.strategy.Context;
import dev.glovebox.strategy.Default;
import dev.glovebox.strategy.Fill;
import dev.glovebox.strategy.OrderOptions;
import dev.glovebox.strategy.Side;
import dev.glovebox.strategy.Strategy;
import dev.glovebox.strategy.indicators.RSI;
import java.util.OptionalDouble;

/** Buys when the RSI says oversold, sells when it has come back or the price fell too far. */
public final class RsiReversion extends Strategy {
  private final RSI rsi;
  private final double low;
  private final double high;
  private final double stop;
  private final double share;
  private OptionalDouble entry = OptionalDouble.empty();

  public RsiReversion(
      @Default("14") int period,
      @Default("35.0") double low,
      @Default("55.0") double high,
      @Default("0.06") double stop,
      @Default("0.9") double share) {
    this.rsi = new RSI(period);
    this.low = low;
    this.high = high;
    this.stop = stop;
    this.share = share;
  }

  @Override
  public void onFill(Context ctx, Fill fill) {
    entry = fill.side() == Side.BUY ? OptionalDouble.of(fill.price()) : OptionalDouble.empty();
  }

  @Override
  public void onBar(Context ctx, Bar bar) {
    double value = rsi.update(bar.close());
    if (ctx.position() > 0) {
      boolean stopped = entry.isPresent() && bar.close() < entry.getAsDouble() * (1 - stop);
      if (stopped || value > high) {
        ctx.close(new OrderOptions().tag(stopped ? "stopped" : "recovered"));
      }
    } else if (value < low) {
      ctx.targetPercent(share, new OrderOptions().tag("oversold"));
    }
  }
}
