package dev.glovebox.host.model;

/** What orders may pass. The order of the constants is the order of severity. */
public enum TradingState {
  /** Every order that the checks allow. */
  ACTIVE,
  /** Cancels, and orders that cannot increase the position, working orders counted. */
  REDUCING,
  /** Cancels only. */
  HALTED;

  /** Returns the more severe of the two. */
  public TradingState orWorse(TradingState other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
