package dev.glovebox.worker.python;

import java.math.BigDecimal;

/** The double nearest to a decimal, ties to even. */
final class Doubles {
  private static final long EXACT_MAX = 1L << 53;

  // Each power up to 10^22 is a double exactly, so one IEEE division rounds correctly.
  private static final double[] POWERS = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22
  };

  private Doubles() {}

  /** Returns the double nearest to {@code mantissa} x 10^-{@code scale}; scale 0 or more. */
  static double nearest(long mantissa, int scale) {
    if (scale < POWERS.length && mantissa <= EXACT_MAX && mantissa >= -EXACT_MAX) {
      return mantissa / POWERS[scale];
    }
    return BigDecimal.valueOf(mantissa, scale).doubleValue();
  }
}
