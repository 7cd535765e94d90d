package dev.glovebox.strategy.indicators;

import dev.glovebox.strategy.guest.Decimals;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.Optional;

/**
 * Rate of change over {@code n} inputs, in percent.
 *
 * <p>{@link #update} returns 100 x (x / the number n inputs ago - 1); NaN until n + 1 inputs, and
 * while that number is 0. Exact before it is rounded. Source: as TA-Lib's ROC.
 */
public final class ROC {
  private static final BigInteger HUNDRED = BigInteger.valueOf(100);

  private final int n;
  private final ArrayDeque<BigDecimal> kept = new ArrayDeque<>();
  private double value = Double.NaN;
  private boolean ready;

  /** {@code new ROC(10)}. */
  public ROC() {
    this(10);
  }

  /** The change over {@code n} inputs. */
  public ROC(int n) {
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
    kept.addLast(newest);
    if (kept.size() > n) {
      ready = true;
      BigDecimal before = kept.removeFirst();
      int scale = Math.max(newest.scale(), before.scale());
      BigInteger old = before.setScale(scale).unscaledValue();
      if (old.signum() == 0) {
        value = Double.NaN;
      } else {
        BigInteger change = HUNDRED.multiply(newest.setScale(scale).unscaledValue().subtract(old));
        value = Decimals.nearest(old.signum() < 0 ? change.negate() : change, old.abs());
      }
    }
    return value;
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
    return "ROC(n=" + n + ", value=" + value + ")";
  }
}
