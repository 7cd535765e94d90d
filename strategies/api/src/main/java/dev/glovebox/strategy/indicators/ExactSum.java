package dev.glovebox.strategy.indicators;

import dev.glovebox.strategy.guest.Decimals;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;

/**
 * The sum of the last {@code n} numbers as an integer at one scale, the largest it was given. In
 * longs while no sum of n mantissas can overflow, which is nearly always; in big integers from then
 * on.
 */
final class ExactSum {
  private static final long DOUBLE_EXACT_MAX = 1L << 53;

  private final int n;
  private final long mantissaMax;
  private long[] window;
  private BigInteger[] wideWindow = {};
  private boolean wide;
  private long sum;
  private BigInteger wideSum = BigInteger.ZERO;
  private int next;
  private int count;
  private int scale;
  private long divisor;

  ExactSum(int n) {
    this.n = n;
    this.mantissaMax = Long.MAX_VALUE / n;
    this.window = new long[n];
    this.divisor = n;
  }

  /** Takes one number; true once there are n. */
  boolean add(long mantissa, int numberScale) {
    if (wide || numberScale != scale || mantissa > mantissaMax || mantissa < -mantissaMax) {
      return add(BigDecimal.valueOf(mantissa, numberScale));
    }
    sum += mantissa - window[next];
    window[next] = mantissa;
    return step();
  }

  /** Takes one number; true once there are n. */
  boolean add(BigDecimal number) {
    if (number.scale() > scale) {
      grow(number.scale());
    }
    BigInteger mantissa = number.unscaledValue().multiply(Decimals.ten(scale - number.scale()));
    if (!wide && fits(mantissa)) {
      return add(mantissa.longValue(), scale);
    }
    widen();
    wideSum = wideSum.add(mantissa).subtract(wideWindow[next]);
    wideWindow[next] = mantissa;
    return step();
  }

  private boolean step() {
    next = next + 1 == n ? 0 : next + 1;
    if (count < n) {
      count++;
    }
    return count == n;
  }

  private boolean fits(BigInteger mantissa) {
    return mantissa.bitLength() < Long.SIZE && Math.abs(mantissa.longValue()) <= mantissaMax;
  }

  private void widen() {
    if (!wide) {
      wide = true;
      wideWindow = Arrays.stream(window).mapToObj(BigInteger::valueOf).toArray(BigInteger[]::new);
      wideSum = BigInteger.valueOf(sum);
      window = new long[0];
    }
  }

  private void grow(int larger) {
    BigInteger by = Decimals.ten(larger - scale);
    scale = larger;
    BigInteger whole = BigInteger.valueOf(n).multiply(Decimals.ten(larger));
    divisor =
        whole.bitLength() < Long.SIZE && whole.longValue() <= DOUBLE_EXACT_MAX
            ? whole.longValue()
            : 0;
    if (!wide
        && Arrays.stream(window).allMatch(old -> fits(BigInteger.valueOf(old).multiply(by)))) {
      long factor = by.bitLength() < Long.SIZE ? by.longValue() : 0;
      for (int i = 0; i < n; i++) {
        window[i] *= factor;
      }
      sum *= factor;
      return;
    }
    widen();
    for (int i = 0; i < n; i++) {
      wideWindow[i] = wideWindow[i].multiply(by);
    }
    wideSum = wideSum.multiply(by);
  }

  /** The double nearest the mean; only once there are n numbers. */
  double mean() {
    if (!wide && divisor != 0 && sum <= DOUBLE_EXACT_MAX && sum >= -DOUBLE_EXACT_MAX) {
      // Both exact as doubles, so that one division rounds correctly.
      return (double) sum / (double) divisor;
    }
    BigInteger total = wide ? wideSum : BigInteger.valueOf(sum);
    return Decimals.nearest(total, BigInteger.valueOf(n).multiply(Decimals.ten(scale)));
  }
}
