package dev.glovebox.host.risk;

import dev.glovebox.host.model.OrderKey;
import dev.glovebox.host.model.Side;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Orders that the venue still works, in the order of their approval.
 *
 * <p>Not thread-safe: the run loop is the one writer.
 */
public final class WorkingOrders {
  private final Map<OrderKey, Working> orders = new LinkedHashMap<>();

  /**
   * One working order.
   *
   * @param instrument index into the run's instruments
   * @param remaining quantity not yet filled
   */
  public record Working(OrderKey key, int instrument, Side side, BigDecimal remaining) {}

  /** Adds or replaces an order. */
  public void put(Working order) {
    orders.put(order.key(), order);
  }

  /** Takes out an order that ended. */
  public void remove(OrderKey key) {
    orders.remove(key);
  }

  /** Returns one order, if it still works. */
  public Optional<Working> find(OrderKey key) {
    return Optional.ofNullable(orders.get(key));
  }

  /** Returns all working orders. */
  public Collection<Working> all() {
    return Collections.unmodifiableCollection(orders.values());
  }

  /** Returns whether nothing works. */
  public boolean isEmpty() {
    return orders.isEmpty();
  }

  /** Returns the quantity that working orders of one side may still fill. */
  public BigDecimal open(int instrument, Side side) {
    BigDecimal open = BigDecimal.ZERO;
    for (Working order : orders.values()) {
      if (order.instrument() == instrument && order.side() == side) {
        open = open.add(order.remaining());
      }
    }
    return open;
  }
}
