package dev.glovebox.strategy.indicators;

import dev.glovebox.strategy.Bar;
import dev.glovebox.strategy.guest.BarFigures;
import dev.glovebox.strategy.guest.Decimals;
import java.math.BigInteger;

/**
 * Stochastic oscillator: {@code new Stochastic(14, 3, 1)}.
 *
 * <p>{@code k} is 100 x (close - lowest low) / (highest high - lowest low) of the last n bars, with
 * {@code smooth} above 1 its SMA of so many (the slow form: {@code new Stochastic(14, 3, 3)});
 * {@code d} is the SMA of k. Both NaN until n + smooth + d - 2 bars. If high and low of the n bars
 * are equal, k counts as 50. Source: Lane; as TA-Lib's STOCHF and STOCH.
 */
public final class Stochastic {
  private static final BigInteger HUNDRED = BigInteger.valueOf(100);

  private final int n;
  private final int smooth;
  private final Highest high;
  private final Highest low;
  private final SMA kAverage;
  private final SMA dAverage;
  private StochasticValue value = new StochasticValue(Double.NaN, Double.NaN);
  private boolean ready;

  /** {@code new Stochastic(14, 3, 1)}. */
  public Stochastic() {
    this(14, 3);
  }

  /** The fast form. */
  public Stochastic(int n, int d) {
    this(n, d, 1);
  }

  /** An oscillator over {@code n} bars. */
  public Stochastic(int n, int d, int smooth) {
    this.n = Inputs.period(n);
    this.smooth = Inputs.period(smooth, "smooth");
    this.high = new Highest(n, false);
    this.low = new Highest(n, true);
    this.kAverage = new SMA(smooth);
    this.dAverage = new SMA(Inputs.period(d, "d"));
  }

  /** Adds one bar and returns the new value. */
  public StochasticValue update(Bar bar) {
    BarFigures figures = BarFigures.of(bar, "Stochastic");
    int own = figures.priceScale();
    BigInteger highest = high.add(figures.mantissa(BarFigures.HIGH), own);
    BigInteger lowest = low.add(figures.mantissa(BarFigures.LOW), own);
    if (!high.full()) {
      return value;
    }
    BigInteger close = figures.mantissa(BarFigures.CLOSE).multiply(Decimals.ten(low.scale() - own));
    BigInteger range = highest.subtract(lowest);
    double raw =
        range.signum() > 0
            ? Decimals.nearest(HUNDRED.multiply(close.subtract(lowest)), range)
            : 50.0;
    double k = smooth == 1 ? raw : kAverage.update(raw);
    if (!Double.isNaN(k)) {
      double d = dAverage.update(k);
      if (dAverage.ready()) {
        ready = true;
        value = new StochasticValue(k, d);
      }
    }
    return value;
  }

  /** What the last update returned. */
  public StochasticValue value() {
    return value;
  }

  /** %K. */
  public double k() {
    return value.k();
  }

  /** %D, the SMA of %K. */
  public double d() {
    return value.d();
  }

  /** True once there were enough bars. */
  public boolean ready() {
    return ready;
  }

  @Override
  public String toString() {
    return "Stochastic(n=" + n + ", value=" + value + ")";
  }
}
