package dev.glovebox.analyzer.python;

/** What an expression may stand for, as far as the rules of trading ask. */
enum Trait {
  /** {@code ctx} of a hook. */
  CTX,
  /** One bar. */
  BAR,
  /** Bars of the past or of a set, in a sequence. */
  BARS,
  /** Closes of the past, in a sequence. */
  CLOSES,
  /** A fill. */
  FILL,
  /** An order as the strategy sees it. */
  ORDER,
  /** Exact figures of a host value: Decimals. */
  EXACT,
  /** An absolute moment of the run: a date, a time stamp, a year, or text of one. */
  MOMENT,
  /** A moment of the run after arithmetic with a constant, so its size says nothing. */
  SHIFTED,
  /** A constant that names an absolute moment. */
  DATE,
  /** Constant text with at least two digits. */
  DIGITS,
  /** A number that grows or shrinks by a constant and lives longer than one call. */
  COUNTER,
  /** A counter that moves with every bar. */
  EVERY_BAR,
  /** A counter plus something. */
  AHEAD,
  /** A list that is appended to. */
  GROWING,
  /** A figure of price, float. */
  PRICE,
  /** A float that was computed. */
  COMPUTED,
  /** Something divided by a price. */
  PER_PRICE,
  /** Constant numbers that move as prices do. */
  SERIES,
  /** A constant of many entries. */
  TABLE,
  /** A set. */
  SET;

  int bit() {
    return 1 << ordinal();
  }
}
