package dev.glovebox.strategy.indicators;

import dev.glovebox.strategy.guest.BarFigures;
import dev.glovebox.strategy.guest.Decimals;
import dev.glovebox.strategy.guest.MeteredThread;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;

/** What indicators take: checked arguments and exact numbers. */
final class Inputs {
  /** Longest period. */
  static final int PERIOD_MAX = 100_000;

  // Bits of a square before its root is taken: the root then has more than the 53 of a double.
  private static final int SQUARE_BITS_MIN = 128;

  private Inputs() {}

  /** Returns a number of inputs from 1 to {@link #PERIOD_MAX}, or throws. */
  static int period(int n, String name) {
    if (n < 1) {
      throw new IllegalArgumentException(name + " is at least 1, not " + n);
    }
    if (n > PERIOD_MAX) {
      throw new IllegalArgumentException(name + " is at most " + PERIOD_MAX + ", not " + n);
    }
    return n;
  }

  static int period(int n) {
    return period(n, "a period");
  }

  /** Returns a finite number above 0, or throws. */
  static double factor(double value, String name) {
    if (!(value > 0.0 && Double.isFinite(value))) {
      throw new IllegalArgumentException(name + " is above 0, not " + value);
    }
    return value;
  }

  /**
   * Returns a number exactly, or empty for NaN and infinities. A double counts as the shortest
   * decimal that reads back to it; the newest bar's close as what it is.
   */
  static Optional<BigDecimal> exact(double x) {
    if (Thread.currentThread() instanceof MeteredThread run && run.isLast(x)) {
      return Optional.of(BigDecimal.valueOf(run.lastMantissa(), run.lastScale()));
    }
    return Decimals.shortest(x);
  }

  /** Returns a number exactly; IllegalArgumentException for one with too many digits. */
  static BigDecimal exact(BigDecimal x) {
    return Decimals.taken(x)
        .orElseThrow(() -> new IllegalArgumentException("a number with too many digits"));
  }

  /** High, low, close and the close before, at one scale. */
  record Aligned(BigInteger high, BigInteger low, BigInteger close, BigInteger last, int scale) {
    static Aligned of(BarFigures bar, BigDecimal before) {
      BigInteger high = bar.mantissa(BarFigures.HIGH);
      BigInteger low = bar.mantissa(BarFigures.LOW);
      BigInteger close = bar.mantissa(BarFigures.CLOSE);
      int scale = bar.priceScale();
      BigInteger last = before.unscaledValue();
      if (before.scale() <= scale) {
        BigInteger by = Decimals.ten(scale - before.scale());
        return new Aligned(high, low, close, last.multiply(by), scale);
      }
      BigInteger by = Decimals.ten(before.scale() - scale);
      return new Aligned(
          high.multiply(by), low.multiply(by), close.multiply(by), last, before.scale());
    }

    /** The true range between the bar before and this one. */
    BigInteger trueRange() {
      return high.max(last).subtract(low.min(last));
    }
  }

  /** How far a square is shifted before its root is taken, an even number. */
  static int rootShift(BigInteger square) {
    int shift = Math.max(0, SQUARE_BITS_MIN - square.bitLength());
    return shift + (shift & 1);
  }

  /** Returns the double nearest sqrt(square) / unit; unit above 0. */
  static double root(BigInteger square, BigInteger unit) {
    if (square.signum() <= 0) {
      return 0.0;
    }
    int shift = rootShift(square);
    return Decimals.nearest(square.shiftLeft(shift).sqrt(), unit.shiftLeft(shift / 2));
  }
}
