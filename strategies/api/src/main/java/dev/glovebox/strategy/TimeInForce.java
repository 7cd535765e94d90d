package dev.glovebox.strategy;

/** How long an order works. */
public enum TimeInForce {
  /** Until it is cancelled. */
  GTC,
  /** For the day. */
  DAY,
  /** Until {@link OrderOptions#expires}. */
  GTD,
  /** Fills at once what can be filled. */
  IOC,
  /** Fills at once and whole, or not at all. */
  FOK,
  /** At the opening. */
  OPG
}
