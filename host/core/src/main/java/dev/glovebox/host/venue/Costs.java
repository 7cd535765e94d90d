package dev.glovebox.host.venue;

import dev.glovebox.host.model.Side;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * What trading costs at the simulated venue. Impact and participation are off.
 *
 * @param feeRate fee as a part of the value, 0 or more
 * @param halfSpread half of the spread as a part of the price; 0 or more and below 1
 */
public record Costs(BigDecimal feeRate, BigDecimal halfSpread) {
  /** Digits by which basis points are shifted. */
  private static final int BASIS_POINT_DIGITS = 4;

  /** Checks the ranges. */
  public Costs {
    if (feeRate.signum() < 0
        || halfSpread.signum() < 0
        || halfSpread.compareTo(BigDecimal.ONE) >= 0) {
      throw new IllegalArgumentException("costs are 0 or more, and half a spread is below 1");
    }
  }

  /** Reads basis points: 1 is a ten-thousandth. */
  public static Costs ofBasisPoints(BigDecimal fee, BigDecimal halfSpread) {
    return new Costs(
        fee.movePointLeft(BASIS_POINT_DIGITS), halfSpread.movePointLeft(BASIS_POINT_DIGITS));
  }

  /**
   * Returns base x (1 + side x half spread), DECIMAL128 HALF_EVEN, and last of all rounded to the
   * tick against the trader: a buy up, a sale down.
   */
  public BigDecimal price(Side side, BigDecimal base, BigDecimal tick) {
    BigDecimal price = base;
    if (halfSpread.signum() != 0) {
      BigDecimal factor =
          side == Side.BUY ? BigDecimal.ONE.add(halfSpread) : BigDecimal.ONE.subtract(halfSpread);
      price = base.multiply(factor, MathContext.DECIMAL128);
    }
    RoundingMode against = side == Side.BUY ? RoundingMode.CEILING : RoundingMode.FLOOR;
    return price.divide(tick, 0, against).multiply(tick);
  }

  /** Returns the exact fee on a value. */
  public BigDecimal fee(BigDecimal value) {
    return value.multiply(feeRate);
  }
}
