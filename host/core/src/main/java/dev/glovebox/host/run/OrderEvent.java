package dev.glovebox.host.run;

import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.OrderKey;
import dev.glovebox.host.order.OrderState;
import java.math.BigDecimal;

/** What became known of one order of the run. */
public sealed interface OrderEvent {
  /** The order's name within the run. */
  OrderKey key();

  /** The venue works the order. */
  record Working(OrderKey key) implements OrderEvent {}

  /**
   * The order traded.
   *
   * @param bar index of the fill bar in the input
   * @param price after costs
   * @param base price before costs
   * @param remaining quantity still open
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
      implements OrderEvent {}

  /**
   * The order ended without (further) trading.
   *
   * @param state REJECTED, CANCELLED or EXPIRED
   */
  record Ended(OrderKey key, OrderState state, Code code) implements OrderEvent {}
}
