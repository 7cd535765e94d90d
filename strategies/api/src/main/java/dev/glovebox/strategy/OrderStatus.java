package dev.glovebox.strategy;

/** What has become of an order. */
public enum OrderStatus {
  /** Asked for. */
  PLANNED,
  /** Filled in part. */
  PARTIALLY_FILLED,
  /** Filled. */
  FILLED,
  /** Refused by the host; {@link Order#code} says why. */
  DENIED,
  /** Refused by the venue; {@link Order#code} says why. */
  REJECTED,
  /** Taken back. */
  CANCELLED,
  /** Its time was over. */
  EXPIRED
}
