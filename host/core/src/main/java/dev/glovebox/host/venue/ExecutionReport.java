package dev.glovebox.host.venue;

import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.OrderKey;
import java.math.BigDecimal;

/** What a venue says of one order. */
public sealed interface ExecutionReport {
  /** The order's name within its run. */
  OrderKey key();

  /** The venue has the order. */
  record Acknowledged(OrderKey key) implements ExecutionReport {}

  /**
   * Part or all of the order traded.
   *
   * @param bar index of the fill bar in the input
   * @param price after costs and rounding, on the tick grid
   * @param base price before costs
   * @param remaining quantity still open after this fill
   */
  record Filled(
      OrderKey key,
      int bar,
      BigDecimal quantity,
      BigDecimal price,
      BigDecimal base,
      BigDecimal fee,
      long effectiveTimeMicros,
      long knownTimeMicros,
      BigDecimal remaining)
      implements ExecutionReport {}

  /** The venue refused the order or a fill. */
  record Rejected(OrderKey key, Code code) implements ExecutionReport {}

  /** The order ended by time. */
  record Expired(OrderKey key, Code code) implements ExecutionReport {}

  /** The order ended on request. */
  record Cancelled(OrderKey key) implements ExecutionReport {}
}
