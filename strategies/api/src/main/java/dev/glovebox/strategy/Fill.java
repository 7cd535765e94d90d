package dev.glovebox.strategy;

import java.math.BigDecimal;
import java.time.OffsetDateTime;

/** A fill of one of this run's orders. Read only. */
public interface Fill {
  /** Key of the order, for example {@code o-000001}. */
  String orderId();

  /** Instrument id. */
  String instrument();

  /** Side of the order. */
  Side side();

  /** Filled quantity, positive. */
  double quantity();

  /** Price per unit. */
  double price();

  /** Fee of this fill in account currency. */
  double fee();

  /** When the fill took place, UTC. */
  OffsetDateTime effectiveTime();

  /** When this run learned of it, UTC. */
  OffsetDateTime knownTime();

  /** Quantity of the order that is still open. */
  double remaining();

  /** The tag given with the order, or empty. */
  String tag();

  /** The four figures as exact decimals. */
  Exact exact();

  /** The figures of a fill as exact decimals, without trailing zeros. */
  record Exact(BigDecimal quantity, BigDecimal price, BigDecimal fee, BigDecimal remaining) {}
}
