package dev.glovebox.host.run;

import dev.glovebox.host.ledger.SubLedger;
import dev.glovebox.host.ledger.Trade;
import dev.glovebox.host.model.Bar;
import dev.glovebox.host.model.BarSet;
import dev.glovebox.host.model.Decimals;
import dev.glovebox.host.model.Instrument;
import dev.glovebox.host.model.OrderIntent;
import dev.glovebox.host.model.OrderKey;
import dev.glovebox.host.model.Side;
import dev.glovebox.host.risk.WorkingOrders;
import dev.glovebox.host.risk.WorkingOrders.Working;
import dev.glovebox.jail.SetFrame.FillNotice;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

/**
 * The run's books together with its working orders: both change in the same breath.
 *
 * <p>Not thread-safe: the run loop is the one writer.
 */
final class RunBooks {
  private final RunTerms terms;
  private final SubLedger ledger;
  private final WorkingOrders orders = new WorkingOrders();
  private final Map<OrderKey, Placed> placed = new HashMap<>();

  /** An intent whose order has not ended, and the set that decided it. */
  record Placed(OrderIntent intent, OrderIntent.Market market, int instrument, int barIndex) {}

  RunBooks(RunTerms terms, SubLedger ledger) {
    this.terms = terms;
    this.ledger = ledger;
  }

  SubLedger ledger() {
    return ledger;
  }

  WorkingOrders orders() {
    return orders;
  }

  /** Notes an order before it is sent, so that nothing is sent that is not reserved. */
  void place(Placed order, BigDecimal reserve) {
    OrderKey key = order.intent().key();
    ledger.reserve(key, reserve);
    orders.put(
        new Working(key, order.instrument(), order.market().side(), order.market().quantity()));
    placed.put(key, order);
  }

  /** Takes out an order that ended and gives back its reserve. */
  Placed end(OrderKey key) {
    Placed order = find(key);
    placed.remove(key);
    orders.remove(key);
    ledger.release(key);
    return order;
  }

  /**
   * Books a fill.
   *
   * @throws IllegalStateException if no such order works, or the fill exceeds it
   */
  BookedFill fill(OrderEvent.Filled event, BarSet set) {
    Placed order = find(event.key());
    Side side = order.market().side();
    Instrument instrument = terms.instruments().get(order.instrument());
    BigDecimal open = orders.find(event.key()).map(Working::remaining).orElse(BigDecimal.ZERO);
    if (open.subtract(event.quantity()).compareTo(event.remaining()) != 0
        || event.remaining().signum() < 0) {
      throw new IllegalStateException("the fill does not fit its order");
    }
    if (event.remaining().signum() == 0) {
      end(event.key());
    } else {
      orders.put(new Working(event.key(), order.instrument(), side, event.remaining()));
    }
    BigDecimal units = event.quantity().multiply(instrument.multiplier());
    ledger.trade(
        new Trade(
            order.instrument(),
            side,
            event.quantity(),
            units.multiply(event.price()),
            event.fee()));
    return new BookedFill(
        event.key(),
        order.instrument(),
        event.bar(),
        stamp(set, order.instrument()),
        side,
        event.quantity(),
        event.price(),
        event.fee(),
        units.multiply(event.price().subtract(event.base()).abs()),
        ledger.cash(),
        ledger.position(order.instrument()),
        event.effectiveTimeMicros(),
        event.knownTimeMicros());
  }

  /** Returns what the guest is told of a fill. */
  static FillNotice notice(BookedFill fill, Placed order, BigDecimal remaining) {
    return new FillNotice(
        fill.key().toString(),
        fill.instrument(),
        Frames.side(fill.side()),
        fill.quantity(),
        fill.price(),
        Decimals.text(fill.fee()),
        fill.effectiveTimeMicros(),
        fill.knownTimeMicros(),
        remaining,
        order.intent().tag().raw());
  }

  /** Returns an order that has not ended. */
  Placed find(OrderKey key) {
    Placed order = placed.get(key);
    if (order == null) {
      throw new IllegalStateException("no such order works");
    }
    return order;
  }

  private static String stamp(BarSet set, int instrument) {
    for (Bar bar : set.bars()) {
      if (bar.instrument() == instrument) {
        return bar.stamp();
      }
    }
    throw new IllegalStateException("a fill needs a bar of its instrument");
  }
}
