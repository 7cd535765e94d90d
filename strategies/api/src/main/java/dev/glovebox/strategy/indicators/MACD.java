package dev.glovebox.strategy.indicators;

import dev.glovebox.strategy.guest.Decimals;
import java.math.BigDecimal;

/**
 * Moving average convergence and divergence: {@code new MACD(12, 26, 9)}.
 *
 * <p>{@code macd} is EMA(fast) - EMA(slow), {@code signal} the EMA of it, each seeded with an SMA;
 * all NaN until slow + signal - 1 inputs. Source: Appel 1979. TA-Lib seeds the fast EMA later, so
 * that the first values differ from its.
 */
public final class MACD {
  private final EMA fast;
  private final EMA slow;
  private final EMA signalAverage;
  private MacdValue value = new MacdValue(Double.NaN, Double.NaN, Double.NaN);
  private boolean ready;

  /** {@code new MACD(12, 26, 9)}. */
  public MACD() {
    this(12, 26, 9);
  }

  /** Averages of so many inputs, and the signal's of so many differences. */
  public MACD(int fast, int slow, int signal) {
    this.fast = new EMA(Inputs.period(fast, "fast"));
    this.slow = new EMA(Inputs.period(slow, "slow"));
    this.signalAverage = new EMA(Inputs.period(signal, "signal"));
    if (fast >= slow) {
      throw new IllegalArgumentException("fast is shorter than slow: new MACD(12, 26, 9)");
    }
  }

  /** Adds one number and returns the new value. */
  public MacdValue update(double x) {
    if (!Double.isFinite(x)) {
      return value;
    }
    return took(fast.update(x), slow.update(x));
  }

  /** Adds one number and returns the new value. */
  public MacdValue update(BigDecimal x) {
    return Double.isFinite(Decimals.nearest(Inputs.exact(x)))
        ? took(fast.update(x), slow.update(x))
        : value;
  }

  private MacdValue took(double shorter, double longer) {
    if (slow.ready()) {
      double macd = shorter - longer;
      double signal = signalAverage.update(macd);
      if (signalAverage.ready()) {
        ready = true;
        value = new MacdValue(macd, signal, macd - signal);
      }
    }
    return value;
  }

  /** What the last update returned. */
  public MacdValue value() {
    return value;
  }

  /** EMA(fast) - EMA(slow). */
  public double macd() {
    return value.macd();
  }

  /** The EMA of macd. */
  public double signal() {
    return value.signal();
  }

  /** macd - signal. */
  public double histogram() {
    return value.histogram();
  }

  /** True once there were enough inputs. */
  public boolean ready() {
    return ready;
  }

  @Override
  public String toString() {
    return "MACD(value=" + value + ")";
  }
}
