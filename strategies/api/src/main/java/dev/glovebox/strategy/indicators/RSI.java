package dev.glovebox.strategy.indicators;

import dev.glovebox.strategy.guest.Decimals;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;

/**
 * Relative strength index of Wilder: {@code new RSI(14)}.
 *
 * <p>{@link #update} returns 100 x gain / (gain + loss), from 0 to 100; NaN until n + 1 inputs.
 * Gain and loss are the means of the first n changes up and down, and from then on {@code (old x (n
 * - 1) + newest) / n} in doubles. If nothing has ever moved it is 50. Source: Wilder 1978, as
 * TA-Lib.
 */
public final class RSI {
  private final int n;
  private Optional<BigDecimal> last = Optional.empty();
  private int count;
  private BigDecimal up = BigDecimal.ZERO;
  private BigDecimal down = BigDecimal.ZERO;
  private double gain;
  private double loss;
  private double value = Double.NaN;
  private boolean ready;

  /** {@code new RSI(14)}. */
  public RSI() {
    this(14);
  }

  /** An index over {@code n} changes. */
  public RSI(int n) {
    this.n = Inputs.period(n);
  }

  /** Adds one number and returns the new value. */
  public double update(double x) {
    Optional<BigDecimal> exact = Inputs.exact(x);
    return exact.isPresent() ? took(exact.get()) : value;
  }

  /** Adds one number and returns the new value. */
  public double update(BigDecimal x) {
    return took(Inputs.exact(x));
  }

  private double took(BigDecimal newest) {
    Optional<BigDecimal> before = last;
    last = Optional.of(newest);
    if (before.isEmpty()) {
      return value;
    }
    BigDecimal change = newest.subtract(before.get());
    if (ready) {
      double moved = Decimals.nearest(change.abs());
      gain = (gain * (n - 1) + (change.signum() > 0 ? moved : 0.0)) / n;
      loss = (loss * (n - 1) + (change.signum() < 0 ? moved : 0.0)) / n;
    } else if (!seed(change)) {
      return value;
    }
    double total = gain + loss;
    value = total > 0 ? 100 * (gain / total) : 50.0;
    return value;
  }

  private boolean seed(BigDecimal change) {
    if (change.signum() > 0) {
      up = up.add(change);
    } else {
      down = down.subtract(change);
    }
    count++;
    if (count == n) {
      gain = mean(up);
      loss = mean(down);
      ready = true;
    }
    return ready;
  }

  private double mean(BigDecimal sum) {
    BigDecimal stripped = Decimals.strip(sum);
    return Decimals.nearest(
        stripped.unscaledValue(), BigInteger.valueOf(n).multiply(Decimals.ten(stripped.scale())));
  }

  /** What the last update returned; NaN until ready. */
  public double value() {
    return value;
  }

  /** True once there were n + 1 inputs. */
  public boolean ready() {
    return ready;
  }

  @Override
  public String toString() {
    return "RSI(n=" + n + ", value=" + value + ")";
  }
}
