package dev.glovebox.host.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

/**
 * Mean over sample standard deviation (n-1) of simple returns, times the root of the periods per
 * year; no risk-free rate. DECIMAL128 throughout. Not thread-safe.
 */
final class SharpeRatio {
  private static final MathContext MATH = MathContext.DECIMAL128;

  private long count;
  private BigDecimal sum = BigDecimal.ZERO;
  private BigDecimal squares = BigDecimal.ZERO;

  /** Adds one return. */
  void add(BigDecimal simpleReturn) {
    count++;
    if (simpleReturn.signum() != 0) {
      sum = sum.add(simpleReturn, MATH);
      squares = squares.add(simpleReturn.multiply(simpleReturn, MATH), MATH);
    }
  }

  /** Returns the ratio, or empty with fewer than two returns or no deviation. */
  Optional<BigDecimal> annual(BigDecimal periodsPerYear) {
    if (count < 2) {
      return Optional.empty();
    }
    BigDecimal n = BigDecimal.valueOf(count);
    BigDecimal mean = sum.divide(n, MATH);
    BigDecimal variance =
        squares.subtract(mean.multiply(sum, MATH), MATH).divide(n.subtract(BigDecimal.ONE), MATH);
    if (variance.signum() <= 0) {
      return Optional.empty();
    }
    return Optional.of(
        mean.divide(variance.sqrt(MATH), MATH).multiply(periodsPerYear.sqrt(MATH), MATH));
  }
}
