package dev.glovebox.strategy.indicators;

import dev.glovebox.strategy.guest.Decimals;
import java.math.BigDecimal;

/**
 * Exponential moving average with factor 2 / (n + 1), seeded with the SMA of n inputs.
 *
 * <p>From then on {@code v = v + (2 / (n + 1)) * (x - v)} in doubles, in this order; NaN until n
 * inputs.
 */
public final class EMA {
  private final int n;
  private final SMA seed;
  private final double factor;
  private double value = Double.NaN;
  private boolean ready;

  /** An average of {@code n} inputs. */
  public EMA(int n) {
    this.n = Inputs.period(n);
    this.seed = new SMA(n);
    this.factor = 2.0 / (n + 1);
  }

  /** Adds one number and returns the new value. */
  public double update(double x) {
    if (!ready) {
      return seeded(seed.update(x));
    }
    if (Double.isFinite(x)) {
      value = value + factor * (x - value);
    }
    return value;
  }

  /** Adds one number and returns the new value. */
  public double update(BigDecimal x) {
    return ready ? update(Decimals.nearest(Inputs.exact(x))) : seeded(seed.update(x));
  }

  private double seeded(double first) {
    value = first;
    ready = seed.ready();
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
    return "EMA(n=" + n + ", value=" + value + ")";
  }
}
