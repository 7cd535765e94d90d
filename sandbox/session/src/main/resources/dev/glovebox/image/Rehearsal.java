import dev.glovebox.strategy.Bar;
import dev.glovebox.strategy.Context;
import dev.glovebox.strategy.Default;
import dev.glovebox.strategy.Fill;
import dev.glovebox.strategy.Order;
import dev.glovebox.strategy.OrderOptions;
import dev.glovebox.strategy.Strategy;
import dev.glovebox.strategy.bars.Fold;
import dev.glovebox.strategy.indicators.ATR;
import dev.glovebox.strategy.indicators.Bands;
import dev.glovebox.strategy.indicators.Bollinger;
import dev.glovebox.strategy.indicators.Crossover;
import dev.glovebox.strategy.indicators.EMA;
import dev.glovebox.strategy.indicators.RSI;
import dev.glovebox.strategy.indicators.SMA;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Touches what strategies usually touch; caches are recorded from its preparation and its run. */
public final class Rehearsal extends Strategy {
  private static final int WINDOW = 20;

  /** A level to remember. */
  private record Mark(double level, int since) {}

  private final SMA fast;
  private final SMA slow;
  private final EMA trend;
  private final Crossover cross = new Crossover();
  private final RSI rsi = new RSI(14);
  private final Bollinger bands;
  private final ATR atr = new ATR(14);
  private final Fold week = new Fold("1w");
  private final long size;
  private final double share;
  private final String label;
  private final Deque<Double> closes = new ArrayDeque<>();
  private final Map<DayOfWeek, Integer> seen = new EnumMap<>(DayOfWeek.class);
  private Optional<Mark> mark = Optional.empty();

  public Rehearsal(
      @Default("5") int fast,
      @Default("20") int slow,
      @Default("1") long size,
      @Default("0.5") double share,
      @Default("rehearsal") String label) {
    this.fast = new SMA(fast);
    this.slow = new SMA(slow);
    this.trend = new EMA(slow);
    this.bands = new Bollinger(slow, 2.0);
    this.size = size;
    this.share = share;
    this.label = label;
  }

  @Override
  public int warmupBars() {
    return 5;
  }

  @Override
  public void onStart(Context ctx) {
    ctx.log(label + " starts at " + ctx.now());
  }

  @Override
  public void onBar(Context ctx, Bar bar) {
    closes.addLast(bar.close());
    if (closes.size() > WINDOW) {
      closes.removeFirst();
    }
    double quick = fast.update(bar.close());
    double calm = slow.update(bar.close());
    trend.update(bar.close());
    rsi.update(bar.close());
    Bands band = bands.update(bar.close());
    double width = Math.max(band.upper() - band.lower(), atr.update(bar));
    if (week.update(bar).isPresent() && width > bar.close()) {
      ctx.log(String.format("wide: %.2f", width));
    }
    seen.merge(bar.openTime().getDayOfWeek(), 1, Integer::sum);
    if (closes.size() == WINDOW && !Double.isNaN(calm) && mark.isEmpty()) {
      double highest = closes.stream().mapToDouble(Double::doubleValue).max().orElse(0);
      mark = Optional.of(new Mark(highest, ctx.history(3).size()));
    }
    int crossed = cross.update(quick, calm);
    if (crossed > 0 && ctx.position() == 0) {
      Optional<String> order = ctx.buy(size, new OrderOptions().tag("up"));
      ctx.log(order.orElse("none") + " " + quick + " " + calm);
    } else if (crossed < 0 && ctx.position() > 0) {
      ctx.close();
    } else if (ctx.random().nextDouble() < 0.01 && ctx.position() == 0) {
      ctx.buy(ctx.sizeFor(ctx.equity() * share));
    } else if (ctx.random().nextDouble() < 0.01
        && bar.exact().close().compareTo(BigDecimal.ONE) > 0) {
      ctx.log("level " + bar.close() + " " + ctx.maxQuantity());
    }
  }

  @Override
  public void onFill(Context ctx, Fill fill) {
    ctx.log(fill.side() + " " + fill.quantity() + " at " + fill.price() + ": " + fill.tag());
  }

  @Override
  public void onOrder(Context ctx, Order order) {
    ctx.log(order.id() + " " + order.status() + " " + order.code());
  }

  @Override
  public void onStop(Context ctx) {
    ctx.log(seen.size() + " days, cash " + ctx.cash());
  }
}
