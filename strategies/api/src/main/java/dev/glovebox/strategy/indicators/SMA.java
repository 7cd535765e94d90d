package dev.glovebox.strategy.indicators;

import dev.glovebox.strategy.guest.MeteredThread;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * Simple moving average of the last {@code n} inputs.
 *
 * <p>{@link #update} takes a double as the shortest decimal that reads back to it. The value is the
 * double nearest the exact sum / n; NaN until n inputs were seen.
 */
public final class SMA {
  private final int n;
  private final ExactSum sum;
  private double value = Double.NaN;
  private boolean ready;

  /** An average of {@code n} inputs. */
  public SMA(int n) {
    this.n = Inputs.period(n);
    this.sum = new ExactSum(n);
  }

  /** Adds one number and returns the new value. */
  public double update(double x) {
    if (Thread.currentThread() instanceof MeteredThread run && run.isLast(x)) {
      return took(sum.add(run.lastMantissa(), run.lastScale()));
    }
    Optional<BigDecimal> exact = Inputs.exact(x);
    return exact.isPresent() ? took(sum.add(exact.get())) : value;
  }

  /** Adds one number and returns the new value. */
  public double update(BigDecimal x) {
    return took(sum.add(Inputs.exact(x)));
  }

  private double took(boolean full) {
    if (full) {
      ready = true;
      value = sum.mean();
    }
    return value;
  }

  /** What the last update returned; NaN until ready. */
  public double value() {
    return value;
  }

  /** True once there were n inputs. */
  public boolean ready() {
    return ready;
  }

  @Override
  public String toString() {
    return "SMA(n=" + n + ", value=" + value + ")";
  }
}
