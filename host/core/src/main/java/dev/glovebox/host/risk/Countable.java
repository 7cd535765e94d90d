package dev.glovebox.host.risk;

import java.math.BigDecimal;

/** How much of an instrument can be counted: quantities cross the boundary in at most 18 digits. */
final class Countable {
  /** Most lots in one quantity or position: 10^18 - 1. */
  static final BigDecimal LOTS_MAX = BigDecimal.TEN.pow(18).subtract(BigDecimal.ONE);

  private Countable() {}

  /** Returns the largest quantity, or position, whose every part can be told to the guest. */
  static BigDecimal most(RiskQuestion question) {
    // Counted in steps of the lot's last digit, so that a sum of such quantities fits as well.
    BigDecimal lot = question.instrument().lot().stripTrailingZeros();
    return LOTS_MAX.movePointLeft(Math.max(0, lot.scale()));
  }
}
