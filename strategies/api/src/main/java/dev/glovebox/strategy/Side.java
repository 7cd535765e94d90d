package dev.glovebox.strategy;

/** To buy or to sell. */
public enum Side {
  /** Raises the position. */
  BUY,
  /** Lowers the position. */
  SELL
}
