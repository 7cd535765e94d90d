import dev.glovebox.strategy.Bar;
import dev.glovebox.strategy.Context;
import dev.glovebox.strategy.Default;
import dev.glovebox.strategy.OrderOptions;
import dev.glovebox.strategy.Strategy;
import dev.glovebox.strategy.bars.Fold;
import dev.glovebox.strategy.indicators.EMA;
import dev.glovebox.strategy.indicators.Stochastic;
import java.util.Optional;

/** Buys dips of days while the trend of weeks is up: two intervals, one of them folded. */
public final class TwoTimeframes extends Strategy {
  private final Fold week = new Fold("1w");
  private final EMA trend;
  private final Stochastic stochastic;
  private final double low;
  private final double high;
  private final int size;
  private boolean rising;

  public TwoTimeframes(
      @Default("6") int weeks,
      @Default("10") int days,
      @Default("30.0") double low,
      @Default("80.0") double high,
      @Default("20") int size) {
    this.trend = new EMA(weeks);
    this.stochastic = new Stochastic(days, 3);
    this.low = low;
    this.high = high;
    this.size = size;
  }

  @Override
  public void onBar(Context ctx, Bar bar) {
    Optional<Bar> closed = week.update(bar);
    if (closed.isPresent()) {
      double close = closed.get().close();
      rising = close > trend.update(close);
    }
    double k = stochastic.update(bar).k();
    if (ctx.position() == 0 && rising && k < low) {
      ctx.buy(size, new OrderOptions().tag("dip"));
    } else if (ctx.position() > 0 && (k > high || !rising)) {
      ctx.close(new OrderOptions().tag(k > high ? "high" : "trend over"));
    }
  }
}
