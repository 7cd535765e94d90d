package dev.glovebox.strategy.guest;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;

/** Exact decimals, and the doubles nearest to them. */
public final class Decimals {
  /** First mantissa that does not cross to the host. */
  public static final BigInteger MANTISSA_LIMIT = BigInteger.TEN.pow(18);

  /** Largest scale that crosses to the host. */
  public static final int SCALE_MAX = 18;

  private static final int TEXT_CHARS_MAX = 400;
  private static final int EXPONENT_MAX = 400;
  private static final int TEXT_BITS_MAX = 1400;
  private static final long DOUBLE_EXACT_MAX = 1L << 53;
  private static final BigInteger EXACT_MAX = BigInteger.valueOf(DOUBLE_EXACT_MAX);
  private static final int MANTISSA_BITS = 53;
  private static final int SHIFT_BITS = 55;
  private static final int POWERS = 64;
  private static final BigInteger[] TENS = tens();

  // Each power up to 10^22 is a double exactly, so one IEEE division rounds correctly.
  private static final double[] DOUBLE_TENS = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22
  };

  private Decimals() {}

  private static BigInteger[] tens() {
    BigInteger[] powers = new BigInteger[POWERS];
    powers[0] = BigInteger.ONE;
    for (int i = 1; i < POWERS; i++) {
      powers[i] = powers[i - 1].multiply(BigInteger.TEN);
    }
    return powers;
  }

  /** Returns 10 to the power of {@code n}. */
  public static BigInteger ten(int n) {
    return n < POWERS ? TENS[n] : BigInteger.TEN.pow(n);
  }

  /** Returns the same value with the smallest scale that is 0 or more. */
  public static BigDecimal strip(BigDecimal value) {
    BigDecimal stripped = value.scale() > 0 ? value.stripTrailingZeros() : value;
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  /** Returns the shortest decimal that reads back to {@code x}; empty for NaN and infinities. */
  public static Optional<BigDecimal> shortest(double x) {
    if (!Double.isFinite(x)) {
      return Optional.empty();
    }
    BigDecimal two = new BigDecimal(Double.toString(x));
    if (Math.abs(x) < Double.MIN_NORMAL && two.precision() == 2) {
      // The JDK shows two digits where one may do; of normal doubles none has another nearest one.
      BigDecimal one = two.round(new java.math.MathContext(1));
      two = one.doubleValue() == x ? one : two;
    }
    return Optional.of(strip(two));
  }

  /** Returns a decimal as given by a strategy, or empty if it has too many digits to be taken. */
  public static Optional<BigDecimal> taken(BigDecimal given) {
    if (given.unscaledValue().bitLength() > TEXT_BITS_MAX
        || Math.abs((long) given.scale()) > 2L * TEXT_CHARS_MAX) {
      return Optional.empty();
    }
    String text = given.toString();
    int mark = text.indexOf('E');
    if (text.length() > TEXT_CHARS_MAX
        || (mark >= 0 && Math.abs(Integer.parseInt(text.substring(mark + 1))) > EXPONENT_MAX)) {
      return Optional.empty();
    }
    return Optional.of(strip(given));
  }

  /** Returns canonical text: no exponent, no trailing zeros, never {@code -0}. */
  public static String text(BigDecimal value) {
    return strip(value).toPlainString();
  }

  /**
   * Returns {@code a / b} rounded to a multiple of {@code step}: toward zero, or away from it.
   *
   * @param b above zero
   * @param step above zero
   */
  public static BigDecimal quotientTo(BigDecimal a, BigDecimal b, BigDecimal step, boolean away) {
    BigInteger numerator = a.unscaledValue().abs().multiply(ten(b.scale() + step.scale()));
    BigInteger denominator =
        b.unscaledValue().multiply(step.unscaledValue()).multiply(ten(a.scale()));
    BigInteger[] parts = numerator.divideAndRemainder(denominator);
    BigInteger count = away && parts[1].signum() != 0 ? parts[0].add(BigInteger.ONE) : parts[0];
    BigInteger signed = a.signum() < 0 ? count.negate() : count;
    return strip(new BigDecimal(signed.multiply(step.unscaledValue()), step.scale()));
  }

  /** Returns the double nearest numerator / denominator, ties to even; denominator above 0. */
  public static double nearest(BigInteger numerator, BigInteger denominator) {
    if (numerator.abs().compareTo(EXACT_MAX) <= 0 && denominator.compareTo(EXACT_MAX) <= 0) {
      // Both exact as doubles, so that one division rounds correctly.
      return (double) numerator.longValue() / (double) denominator.longValue();
    }
    if (numerator.signum() < 0) {
      return -nearest(numerator.negate(), denominator);
    }
    int shift = SHIFT_BITS - (numerator.bitLength() - denominator.bitLength());
    BigInteger[] parts =
        shift > 0
            ? numerator.shiftLeft(shift).divideAndRemainder(denominator)
            : numerator.divideAndRemainder(denominator.shiftLeft(-shift));
    BigInteger count = parts[0];
    int extra = count.bitLength() - MANTISSA_BITS;
    BigInteger kept = count.shiftRight(extra);
    BigInteger low = count.subtract(kept.shiftLeft(extra));
    int side = low.compareTo(BigInteger.ONE.shiftLeft(extra - 1));
    if (side > 0 || (side == 0 && (parts[1].signum() != 0 || kept.testBit(0)))) {
      kept = kept.add(BigInteger.ONE);
    }
    return Math.scalb((double) kept.longValueExact(), extra - shift);
  }

  /** Returns the double nearest to {@code mantissa} x 10^-{@code scale}; scale 0 or more. */
  public static double nearest(long mantissa, int scale) {
    if (scale < DOUBLE_TENS.length
        && mantissa <= DOUBLE_EXACT_MAX
        && mantissa >= -DOUBLE_EXACT_MAX) {
      return mantissa / DOUBLE_TENS[scale];
    }
    return nearest(BigInteger.valueOf(mantissa), ten(scale));
  }

  /** Returns the double nearest to {@code value}, whose scale is 0 or more. */
  public static double nearest(BigDecimal value) {
    return nearest(value.unscaledValue(), ten(value.scale()));
  }
}
