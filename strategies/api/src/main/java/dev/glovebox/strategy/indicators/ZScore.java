package dev.glovebox.strategy.indicators;

import dev.glovebox.strategy.guest.Decimals;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;

/**
 * How many standard deviations the newest number lies above the mean of the last {@code n}.
 *
 * <p>{@link #update} takes a number, which belongs to the n, and returns (x - mean) / deviation of
 * the population (divisor n); NaN until n inputs. n equal inputs give 0.0: no deviation. Exact
 * before it is rounded, so it does not depend on the unit of the input.
 */
public final class ZScore {
  private final int n;
  private final Window window;
  private double value = Double.NaN;
  private boolean ready;

  /** {@code new ZScore(20)}. */
  public ZScore() {
    this(20);
  }

  /** A score among {@code n} inputs. */
  public ZScore(int n) {
    this.n = Inputs.period(n);
    this.window = new Window(n);
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
    if (window.add(newest)) {
      ready = true;
      BigInteger square = window.spread();
      if (square.signum() <= 0) {
        value = 0.0;
      } else {
        int shift = Inputs.rootShift(square);
        value =
            Decimals.nearest(window.above().shiftLeft(shift / 2), square.shiftLeft(shift).sqrt());
      }
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
    return "ZScore(n=" + n + ", value=" + value + ")";
  }
}
