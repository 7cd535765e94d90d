package dev.glovebox.host.report.page;

import dev.glovebox.host.model.UntrustedText;
import dev.glovebox.host.report.page.Trades.Fill;
import java.math.BigDecimal;
import java.math.MathContext;

/**
 * One round trip: from a position of zero until it is zero again, however many fills that took. Not
 * thread-safe.
 */
final class Trip {
  private static final MathContext MATH = MathContext.DECIMAL128;

  private final UntrustedText instrument;
  private final long firstBar;
  private final String firstTime;
  private final Leg in = new Leg();
  private final Leg out = new Leg();
  private boolean longSide = true;
  private int fills;
  private long lastBar;
  private String lastTime;
  private BigDecimal fees = BigDecimal.ZERO;
  private BigDecimal result = BigDecimal.ZERO;

  /** One side of the trip. */
  private static final class Leg {
    private BigDecimal quantity = BigDecimal.ZERO;
    private BigDecimal value = BigDecimal.ZERO;

    private void add(Fill fill) {
      quantity = quantity.add(fill.quantity());
      value = value.add(fill.quantity().multiply(fill.price()));
    }

    private BigDecimal price() {
      return quantity.signum() == 0 ? BigDecimal.ZERO : value.divide(quantity, MATH);
    }
  }

  Trip(UntrustedText instrument, long firstBar, String firstTime) {
    this.instrument = instrument;
    this.firstBar = firstBar;
    this.firstTime = firstTime;
    this.lastBar = firstBar;
    this.lastTime = firstTime;
  }

  /** Adds a fill and what it did to the cash. */
  void add(Fill fill, BigDecimal cashChange) {
    if (fills++ == 0) {
      longSide = fill.buy();
    }
    (fill.buy() == longSide ? in : out).add(fill);
    fees = fees.add(fill.fee());
    result = result.add(cashChange);
    lastBar = fill.bar();
    lastTime = fill.time();
  }

  UntrustedText instrument() {
    return instrument;
  }

  boolean isLong() {
    return longSide;
  }

  long firstBar() {
    return firstBar;
  }

  long lastBar() {
    return lastBar;
  }

  String firstTime() {
    return firstTime;
  }

  String lastTime() {
    return lastTime;
  }

  BigDecimal quantity() {
    return in.quantity;
  }

  BigDecimal entryPrice() {
    return in.price();
  }

  BigDecimal exitPrice() {
    return out.price();
  }

  BigDecimal fees() {
    return fees;
  }

  /** Returns what the trip added to the cash, costs paid; only a closed trip has a result. */
  BigDecimal result() {
    return result;
  }

  /** Returns the result as a fraction of what was paid for the position. */
  BigDecimal share() {
    return in.value.signum() == 0 ? BigDecimal.ZERO : result.divide(in.value, MATH);
  }

  long barsHeld() {
    return lastBar - firstBar;
  }
}
