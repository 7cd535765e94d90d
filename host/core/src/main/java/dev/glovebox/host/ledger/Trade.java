package dev.glovebox.host.ledger;

import dev.glovebox.host.model.Side;
import java.math.BigDecimal;

/**
 * One fill as the books see it.
 *
 * @param instrument index into the run's instruments
 * @param value quantity x price x multiplier, exact, zero or more
 * @param fee exact, zero or more
 */
public record Trade(
    int instrument, Side side, BigDecimal quantity, BigDecimal value, BigDecimal fee) {
  /** Checks the signs. */
  public Trade {
    if (quantity.signum() <= 0 || value.signum() < 0 || fee.signum() < 0) {
      throw new IllegalArgumentException("a trade has a quantity above zero, and no negative sums");
    }
  }

  /** Returns what the trade does to cash: negative for a purchase. */
  public BigDecimal cashChange() {
    return side == Side.BUY ? value.add(fee).negate() : value.subtract(fee);
  }
}
