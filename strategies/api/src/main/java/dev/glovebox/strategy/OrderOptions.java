package dev.glovebox.strategy;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What an order call may be told beside its quantity: {@code ctx.buy(10, new
 * OrderOptions().instrument("MSFT").tag("dip"))}.
 *
 * <p>Immutable: each method returns new options. A {@code double} price is rounded to the tick, to
 * the side that is better for the strategy; a {@code long} or {@link BigDecimal} must lie on it.
 */
public final class OrderOptions {
  private final Map<String, Object> settings;

  /** No options: the run's one instrument, a MARKET order, GTC. */
  public OrderOptions() {
    this(Map.of());
  }

  private OrderOptions(Map<String, Object> settings) {
    this.settings = settings;
  }

  private OrderOptions with(String name, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(settings);
    more.put(name, value);
    return new OrderOptions(more);
  }

  /** The instrument; needed in a run with several. */
  public OrderOptions instrument(String id) {
    return with("instrument", id);
  }

  /** The limit price. Not traded yet: denied ORDER_TYPE_UNSUPPORTED. */
  public OrderOptions limit(double price) {
    return with("limit", price);
  }

  /** The limit price, exact. */
  public OrderOptions limit(long price) {
    return with("limit", price);
  }

  /** The limit price, exact. */
  public OrderOptions limit(BigDecimal price) {
    return with("limit", price);
  }

  /** The stop price. Not traded yet: denied ORDER_TYPE_UNSUPPORTED. */
  public OrderOptions stop(double price) {
    return with("stop", price);
  }

  /** The stop price, exact. */
  public OrderOptions stop(long price) {
    return with("stop", price);
  }

  /** The stop price, exact. */
  public OrderOptions stop(BigDecimal price) {
    return with("stop", price);
  }

  /** Distance of a trailing stop. Not traded yet: denied ORDER_TYPE_UNSUPPORTED. */
  public OrderOptions trail(double distance) {
    return with("trail", distance);
  }

  /** Distance of a trailing stop, exact. */
  public OrderOptions trail(BigDecimal distance) {
    return with("trail", distance);
  }

  /** Distance of a trailing stop in percent. Not traded yet: denied ORDER_TYPE_UNSUPPORTED. */
  public OrderOptions trailPercent(double percent) {
    return with("trail_percent", percent);
  }

  /** Distance of a trailing stop in percent, exact. */
  public OrderOptions trailPercent(BigDecimal percent) {
    return with("trail_percent", percent);
  }

  /** How long the order works; GTC if nothing is said. */
  public OrderOptions tif(TimeInForce force) {
    return with("tif", force);
  }

  /** When the order expires. */
  public OrderOptions expires(OffsetDateTime moment) {
    return with("expires", moment);
  }

  /** True for an order that may only make the position smaller. */
  public OrderOptions reduceOnly(boolean only) {
    return with("reduce_only", only);
  }

  /** A text of at most 128 bytes that comes back with fills and updates. */
  public OrderOptions tag(String text) {
    return with("tag", text);
  }

  /** What was set, by name, in the order in which it was set first. */
  public Map<String, Object> settings() {
    return new LinkedHashMap<>(settings);
  }

  @Override
  public String toString() {
    return "OrderOptions" + settings;
  }
}
