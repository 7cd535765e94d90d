package dev.glovebox.host.venue;

import dev.glovebox.host.model.Bar;
import dev.glovebox.host.model.BarSet;
import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Instrument;
import dev.glovebox.host.model.Side;
import dev.glovebox.host.venue.ExecutionReport.Acknowledged;
import dev.glovebox.host.venue.ExecutionReport.Cancelled;
import dev.glovebox.host.venue.ExecutionReport.Expired;
import dev.glovebox.host.venue.ExecutionReport.Filled;
import dev.glovebox.host.venue.ExecutionReport.Rejected;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Fills MARKET orders at the open of the next bar of their instrument.
 *
 * <p>An order decided on bar t never trades in t. Its fill is effective at the open of t+1 and
 * known at the close of t+1. The whole quantity trades or nothing: a purchase that costs more than
 * the account can spend by then is refused with INSUFFICIENT_FUNDS_AT_FILL. Within a set, sales
 * trade before purchases, then in the order of approval. Not thread-safe.
 */
public final class SimulatedVenue implements Venue, VenueFeed {
  private static final Comparator<NewOrder> MATCHING_ORDER =
      Comparator.<NewOrder>comparingInt(order -> order.side() == Side.SELL ? 0 : 1)
          .thenComparingInt(order -> order.key().sequence());

  private final String id;
  private final List<Instrument> instruments;
  private final Costs costs;
  private final Funds funds;
  private final Set<String> clientOrderIds = new HashSet<>();
  private List<NewOrder> resting = new ArrayList<>();

  /** Opens a venue that trades {@code instruments}. */
  public SimulatedVenue(String id, List<Instrument> instruments, Costs costs, Funds funds) {
    this.id = id;
    this.instruments = List.copyOf(instruments);
    this.costs = costs;
    this.funds = funds;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public ExecutionReport submit(NewOrder order) {
    if (!order.venueId().equals(id)) {
      return new Rejected(order.key(), Code.ORDER_VENUE_MISMATCH);
    }
    if (!clientOrderIds.add(order.clientOrderId())) {
      return new Rejected(order.key(), Code.ORDER_DUPLICATE);
    }
    resting.add(order);
    return new Acknowledged(order.key());
  }

  @Override
  public void advance(BarSet set, Consumer<ExecutionReport> reports) {
    if (resting.isEmpty()) {
      return;
    }
    List<NewOrder> matched = new ArrayList<>(resting);
    matched.sort(MATCHING_ORDER);
    resting = new ArrayList<>();
    for (NewOrder order : matched) {
      barOf(set, order.instrument())
          .ifPresentOrElse(bar -> reports.accept(fill(order, bar)), () -> resting.add(order));
    }
  }

  @Override
  public void end(Consumer<ExecutionReport> reports) {
    takeResting()
        .forEach(order -> reports.accept(new Expired(order.key(), Code.EXPIRED_END_OF_DATA)));
  }

  @Override
  public void cancel(Consumer<ExecutionReport> reports) {
    takeResting().forEach(order -> reports.accept(new Cancelled(order.key())));
  }

  private List<NewOrder> takeResting() {
    List<NewOrder> left = resting;
    resting = new ArrayList<>();
    return left;
  }

  private static Optional<Bar> barOf(BarSet set, int instrument) {
    for (Bar bar : set.bars()) {
      if (bar.instrument() == instrument) {
        return Optional.of(bar);
      }
    }
    return Optional.empty();
  }

  private ExecutionReport fill(NewOrder order, Bar bar) {
    Instrument instrument = instruments.get(order.instrument());
    BigDecimal price = costs.price(order.side(), bar.open(), instrument.tick());
    BigDecimal value = order.quantity().multiply(price).multiply(instrument.multiplier());
    BigDecimal fee = costs.fee(value);
    if (order.side() == Side.BUY && value.add(fee).compareTo(funds.spendable(order.key())) > 0) {
      return new Rejected(order.key(), Code.INSUFFICIENT_FUNDS_AT_FILL);
    }
    return new Filled(
        order.key(),
        bar.index(),
        order.quantity(),
        price,
        bar.open(),
        fee,
        bar.openTimeMicros(),
        bar.closeTimeMicros(),
        BigDecimal.ZERO);
  }
}
