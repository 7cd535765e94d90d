package dev.glovebox.strategy;

/** Kinds of orders. Only MARKET is traded yet; others are denied ORDER_TYPE_UNSUPPORTED. */
public enum OrderType {
  /** Fills at the open of the next bar. */
  MARKET,
  /** At a price or better. */
  LIMIT,
  /** A market order once a price is passed. */
  STOP,
  /** A limit order once a price is passed. */
  STOP_LIMIT,
  /** A stop that follows the price. */
  TRAILING_STOP,
  /** An entry with a target and a stop. */
  BRACKET,
  /** A change of a working order. */
  MODIFY,
  /** The end of a working order. */
  CANCEL
}
