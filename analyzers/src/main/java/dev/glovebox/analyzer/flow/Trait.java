package dev.glovebox.analyzer.flow;

/** What an expression may stand for, as far as the rules of trading ask. */
public enum Trait {
  /** {@code ctx} of a hook. */
  CTX(1 << 0),
  /** One bar. */
  BAR(1 << 1),
  /** Bars of the past or of a set, in a sequence. */
  BARS(1 << 2),
  /** Closes of the past, in a sequence. */
  CLOSES(1 << 3),
  /** A fill. */
  FILL(1 << 4),
  /** An order as the strategy sees it. */
  ORDER(1 << 5),
  /** Exact figures of a host value: Decimals. */
  EXACT(1 << 6),
  /** An absolute moment of the run: a date, a time stamp, a year, or text of one. */
  MOMENT(1 << 7),
  /** A moment of the run after arithmetic with a constant, so its size says nothing. */
  SHIFTED(1 << 8),
  /** A constant that names an absolute moment. */
  DATE(1 << 9),
  /** Constant text with at least two digits. */
  DIGITS(1 << 10),
  /** A number that grows or shrinks by a constant and lives longer than one call. */
  COUNTER(1 << 11),
  /** A counter that moves with every bar. */
  EVERY_BAR(1 << 12),
  /** A counter plus something. */
  AHEAD(1 << 13),
  /** A list that is appended to. */
  GROWING(1 << 14),
  /** A figure of price, float. */
  PRICE(1 << 15),
  /** A float that was computed. */
  COMPUTED(1 << 16),
  /** Something divided by a price. */
  PER_PRICE(1 << 17),
  /** Constant numbers that move as prices do. */
  SERIES(1 << 18),
  /** A constant of many entries. */
  TABLE(1 << 19),
  /** A number that is computed from itself. */
  STEPPING(1 << 21),
  /** Time that passed between two moments of the run. */
  LASTING(1 << 22),
  /** The same in days. */
  DAYS(1 << 23),
  /** An index plus a constant step; a size made of it, like n * (n + 1) / 2, is not one. */
  STEPPED(1 << 27),
  /** What stands at such an index: later than the entry of the index itself. */
  LATER(1 << 25),
  /** A number that every bar multiplies by a constant: a count of bars by other means. */
  FADING(1 << 26),
  /** A counter that starts anew now and then, or goes both ways. */
  REPEATING(1 << 24),
  /** A series whose newest entry is the first. */
  REVERSED(1 << 28),
  /** A set, or what else has its entries in an order that nobody decided. */
  SET(1 << 20);

  private final int bit;

  Trait(int bit) {
    this.bit = bit;
  }

  /** The bit of the trait in {@link Sense#traits}. */
  public int bit() {
    return bit;
  }
}
