package dev.glovebox.host.risk;

import dev.glovebox.host.model.Instrument;
import dev.glovebox.host.model.OrderIntent;
import dev.glovebox.host.model.OrderIntent.Market;
import dev.glovebox.host.model.Side;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * One intent with everything the checks may compare it with.
 *
 * <p>An input that is missing throws {@link IllegalStateException}: the gate turns that into a
 * denial, so no check can pass by not knowing.
 */
public record RiskQuestion(OrderIntent intent, RiskTerms terms, RiskView view) {

  boolean warmingUp() {
    return view.warmingUp();
  }

  Side side() {
    return market().side();
  }

  BigDecimal quantity() {
    return market().quantity();
  }

  Instrument instrument() {
    return terms.instruments().get(index());
  }

  BigDecimal position() {
    return view.books().position(index());
  }

  /** Quantity of this instrument's working orders of one side. */
  BigDecimal working(Side side) {
    return view.orders().open(index(), side);
  }

  /** Value of a quantity at the last close. */
  BigDecimal value(BigDecimal quantity) {
    return quantity.multiply(lastClose()).multiply(instrument().multiplier());
  }

  /** Value of the order at the last close. */
  BigDecimal notional() {
    return value(quantity());
  }

  /**
   * Cash to set aside: quantity x last close x (1 + reserve_buffer) and the fee on it; zero for a
   * sale.
   */
  BigDecimal reserve() {
    return side() == Side.BUY ? quantity().multiply(reservePerUnit()) : BigDecimal.ZERO;
  }

  /** Largest multiple of the lot whose reserve is available. */
  BigDecimal largestQuantity() {
    BigDecimal lot = instrument().lot();
    return view.books()
        .available()
        .divide(reservePerUnit().multiply(lot), 0, RoundingMode.DOWN)
        .multiply(lot);
  }

  /** Whether the order could make the position larger, working orders counted. */
  boolean increases() {
    BigDecimal position = position();
    return switch (side()) {
      case BUY -> position.add(working(Side.BUY)).add(quantity()).signum() > 0;
      case SELL -> position.subtract(working(Side.SELL)).subtract(quantity()).signum() < 0;
    };
  }

  private BigDecimal reservePerUnit() {
    return value(BigDecimal.ONE)
        .multiply(BigDecimal.ONE.add(terms.limits().reserveBuffer()))
        .multiply(BigDecimal.ONE.add(terms.feeRate()));
  }

  private BigDecimal lastClose() {
    BigDecimal mark = view.marks().get(index());
    if (mark.signum() <= 0) {
      throw new IllegalStateException("no close is known yet");
    }
    return mark;
  }

  private int index() {
    return intent
        .instrument()
        .orElseThrow(() -> new IllegalStateException("the run does not trade the instrument"));
  }

  private Market market() {
    if (intent.terms() instanceof Market market) {
      return market;
    }
    throw new IllegalStateException("only a market order has side and quantity");
  }
}
