package dev.glovebox.host.order;

/** States of an order; {@code OrderStates} holds the one transition table. */
public enum OrderState {
  PLANNED,
  DENIED,
  APPROVED,
  SENT,
  ACKNOWLEDGED,
  PARTIALLY_FILLED,
  FILLED,
  PENDING_CANCEL,
  CANCELLED,
  EXPIRED,
  REJECTED,
  UNKNOWN
}
