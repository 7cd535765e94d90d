package dev.glovebox.host.order;

import static dev.glovebox.host.order.OrderState.ACKNOWLEDGED;
import static dev.glovebox.host.order.OrderState.APPROVED;
import static dev.glovebox.host.order.OrderState.CANCELLED;
import static dev.glovebox.host.order.OrderState.DENIED;
import static dev.glovebox.host.order.OrderState.EXPIRED;
import static dev.glovebox.host.order.OrderState.FILLED;
import static dev.glovebox.host.order.OrderState.PARTIALLY_FILLED;
import static dev.glovebox.host.order.OrderState.PENDING_CANCEL;
import static dev.glovebox.host.order.OrderState.REJECTED;
import static dev.glovebox.host.order.OrderState.SENT;
import static dev.glovebox.host.order.OrderState.UNKNOWN;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The one transition table of orders; what is not in it is refused. */
public final class OrderStates {
  private static final Map<OrderState, Set<OrderState>> AFTER = new EnumMap<>(OrderState.class);

  static {
    for (OrderState from : OrderState.values()) {
      AFTER.put(from, table(from));
    }
  }

  private OrderStates() {}

  /** Returns the states that may follow {@code from}; none after a final state. */
  public static Set<OrderState> after(OrderState from) {
    return AFTER.getOrDefault(from, Set.of());
  }

  private static Set<OrderState> table(OrderState from) {
    return switch (from) {
      case PLANNED -> Set.of(DENIED, APPROVED);
      case APPROVED -> Set.of(SENT);
      case SENT ->
          Set.of(
              ACKNOWLEDGED, PARTIALLY_FILLED, FILLED, PENDING_CANCEL, EXPIRED, REJECTED, UNKNOWN);
      case ACKNOWLEDGED, PARTIALLY_FILLED ->
          Set.of(PARTIALLY_FILLED, FILLED, PENDING_CANCEL, CANCELLED, EXPIRED, REJECTED, UNKNOWN);
      // A fill after a cancel request is legal, and a venue may refuse to cancel.
      case PENDING_CANCEL ->
          Set.of(ACKNOWLEDGED, PARTIALLY_FILLED, FILLED, CANCELLED, EXPIRED, REJECTED, UNKNOWN);
      // Only what the venue says on being asked leads out of it.
      case UNKNOWN -> Set.of(ACKNOWLEDGED, PARTIALLY_FILLED, FILLED, CANCELLED, EXPIRED, REJECTED);
      case DENIED, FILLED, CANCELLED, EXPIRED, REJECTED -> Set.of();
    };
  }

  /** Returns whether nothing can follow {@code state}. */
  public static boolean isFinal(OrderState state) {
    return after(state).isEmpty();
  }

  /** Returns the states that {@code to} may follow. */
  public static Set<OrderState> before(OrderState to) {
    return Arrays.stream(OrderState.values())
        .filter(from -> after(from).contains(to))
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * Checks one move.
   *
   * @throws IllegalStateException if the table does not have it
   */
  public static void check(OrderState from, OrderState to) {
    if (!after(from).contains(to)) {
      throw new IllegalStateException("an order does not go from " + from + " to " + to);
    }
  }
}
