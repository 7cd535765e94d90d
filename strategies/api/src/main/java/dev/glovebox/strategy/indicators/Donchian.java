package dev.glovebox.strategy.indicators;

import dev.glovebox.strategy.Bar;
import dev.glovebox.strategy.guest.BarFigures;
import dev.glovebox.strategy.guest.Decimals;
import java.math.BigInteger;

/**
 * Donchian channel: {@code new Donchian(20)}.
 *
 * <p>The highest high and the lowest low of the last n bars and the mean of both, in units of
 * price; all NaN until n bars. The bar just given belongs to them, so no close is above {@code
 * upper}: to see a breakout, compare with {@code value()} before {@code update}.
 */
public final class Donchian {
  private final int n;
  private final Highest high;
  private final Highest low;
  private Bands value = Bands.NONE;
  private boolean ready;

  /** {@code new Donchian(20)}. */
  public Donchian() {
    this(20);
  }

  /** A channel of {@code n} bars. */
  public Donchian(int n) {
    this.n = Inputs.period(n);
    this.high = new Highest(n, false);
    this.low = new Highest(n, true);
  }

  /** Adds one bar and returns the new channel. */
  public Bands update(Bar bar) {
    BarFigures figures = BarFigures.of(bar, "Donchian");
    int own = figures.priceScale();
    BigInteger highest = high.add(figures.mantissa(BarFigures.HIGH), own);
    BigInteger lowest = low.add(figures.mantissa(BarFigures.LOW), own);
    if (high.full()) {
      ready = true;
      BigInteger unit = Decimals.ten(low.scale());
      value =
          new Bands(
              Decimals.nearest(highest, unit),
              Decimals.nearest(highest.add(lowest), unit.shiftLeft(1)),
              Decimals.nearest(lowest, unit));
    }
    return value;
  }

  /** What the last update returned. */
  public Bands value() {
    return value;
  }

  /** The highest high. */
  public double upper() {
    return value.upper();
  }

  /** The mean of upper and lower. */
  public double middle() {
    return value.middle();
  }

  /** The lowest low. */
  public double lower() {
    return value.lower();
  }

  /** True once there were n bars. */
  public boolean ready() {
    return ready;
  }

  @Override
  public String toString() {
    return "Donchian(n=" + n + ", value=" + value + ")";
  }
}
