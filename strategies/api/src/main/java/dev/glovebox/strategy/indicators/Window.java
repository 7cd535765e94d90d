package dev.glovebox.strategy.indicators;

import dev.glovebox.strategy.guest.Decimals;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayDeque;

/** The last {@code n} numbers, their sum and the sum of their squares; exact. */
final class Window {
  private final int n;
  private ArrayDeque<BigInteger> kept = new ArrayDeque<>();
  private BigInteger sum = BigInteger.ZERO;
  private BigInteger squares = BigInteger.ZERO;
  private int scale;
  private BigInteger unit;

  Window(int n) {
    this.n = n;
    this.unit = BigInteger.valueOf(n);
  }

  /** Takes one number, forgets the oldest if there are more than n; true once there are n. */
  boolean add(BigDecimal number) {
    BigInteger mantissa = number.unscaledValue();
    if (number.scale() < scale) {
      mantissa = mantissa.multiply(Decimals.ten(scale - number.scale()));
    } else if (number.scale() > scale) {
      grow(number.scale());
    }
    kept.addLast(mantissa);
    sum = sum.add(mantissa);
    squares = squares.add(mantissa.multiply(mantissa));
    if (kept.size() > n) {
      BigInteger oldest = kept.removeFirst();
      sum = sum.subtract(oldest);
      squares = squares.subtract(oldest.multiply(oldest));
    }
    return kept.size() == n;
  }

  private void grow(int larger) {
    BigInteger by = Decimals.ten(larger - scale);
    ArrayDeque<BigInteger> grown = new ArrayDeque<>();
    for (BigInteger old : kept) {
      grown.addLast(old.multiply(by));
    }
    kept = grown;
    sum = sum.multiply(by);
    squares = squares.multiply(by).multiply(by);
    scale = larger;
    unit = BigInteger.valueOf(n).multiply(Decimals.ten(scale));
  }

  /** The double nearest the mean; only once there are n numbers. */
  double mean() {
    return Decimals.nearest(sum, unit);
  }

  /** n times the sum of squares less the square of the sum: n x n x the variance. */
  BigInteger spread() {
    return BigInteger.valueOf(n).multiply(squares).subtract(sum.multiply(sum));
  }

  /** n x the newest number less the sum. */
  BigInteger above() {
    return BigInteger.valueOf(n).multiply(kept.getLast()).subtract(sum);
  }

  /** n x 10^scale. */
  BigInteger unit() {
    return unit;
  }
}
