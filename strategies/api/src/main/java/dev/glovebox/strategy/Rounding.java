package dev.glovebox.strategy;

/** To which side a price is rounded. */
public enum Rounding {
  /** To the tick at or below. */
  DOWN,
  /** To the tick at or above. */
  UP
}
