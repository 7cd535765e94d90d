package dev.glovebox.strategy.indicators;

import dev.glovebox.strategy.Bar;
import dev.glovebox.strategy.guest.BarFigures;
import dev.glovebox.strategy.guest.Decimals;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;

/**
 * Average true range of Wilder: {@code new ATR(14)}.
 *
 * <p>{@link #update} takes a bar and returns units of price; NaN until n + 1 bars. The true range
 * is the larger of high and last close less the smaller of low and last close. The first value is
 * the mean of n of them, and from then on {@code (old x (n - 1) + newest) / n} in doubles. Source:
 * Wilder 1978, as TA-Lib.
 */
public final class ATR {
  private final int n;
  private Optional<BigDecimal> before = Optional.empty();
  private int count;
  private BigDecimal sum = BigDecimal.ZERO;
  private double value = Double.NaN;
  private boolean ready;

  /** {@code new ATR(14)}. */
  public ATR() {
    this(14);
  }

  /** An average of {@code n} ranges. */
  public ATR(int n) {
    this.n = Inputs.period(n);
  }

  /** Adds one bar and returns the new value. */
  public double update(Bar bar) {
    BarFigures figures = BarFigures.of(bar, "ATR");
    Optional<BigDecimal> last = before;
    before = Optional.of(figures.figure(BarFigures.CLOSE));
    if (last.isEmpty()) {
      return value;
    }
    Inputs.Aligned aligned = Inputs.Aligned.of(figures, last.get());
    BigInteger range = aligned.trueRange();
    if (ready) {
      double newest = Decimals.nearest(range, Decimals.ten(aligned.scale()));
      value = (value * (n - 1) + newest) / n;
      return value;
    }
    sum = Decimals.strip(sum.add(new BigDecimal(range, aligned.scale())));
    count++;
    if (count == n) {
      ready = true;
      value =
          Decimals.nearest(
              sum.unscaledValue(), BigInteger.valueOf(n).multiply(Decimals.ten(sum.scale())));
    }
    return value;
  }

  /** What the last update returned; NaN until ready. */
  public double value() {
    return value;
  }

  /** True once there were n + 1 bars. */
  public boolean ready() {
    return ready;
  }

  @Override
  public String toString() {
    return "ATR(n=" + n + ", value=" + value + ")";
  }
}
