package dev.glovebox.strategy;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalDouble;

/** An order of this run as last heard of; a snapshot that does not change. */
public interface Order {
  /** Key of the order, for example {@code o-000001}. */
  String id();

  /** Instrument id. */
  String instrument();

  /** Side of the order. */
  Side side();

  /** Kind of the order. */
  OrderType type();

  /** Ordered quantity; NaN if what was given is no number. */
  double quantity();

  /** Filled quantity so far. */
  double filled();

  /** Limit price, if it has one. */
  OptionalDouble limit();

  /** Stop price, if it has one. */
  OptionalDouble stop();

  /** What has become of it. */
  OrderStatus status();

  /** Why it was denied or rejected, for example {@code BUYING_POWER}; else empty. */
  String code();

  /** The tag given with the order, or empty. */
  String tag();

  /** The four figures as exact decimals. */
  Exact exact();

  /** The figures of an order as exact decimals, without trailing zeros. */
  record Exact(
      Optional<BigDecimal> quantity,
      BigDecimal filled,
      Optional<BigDecimal> limit,
      Optional<BigDecimal> stop) {}
}
