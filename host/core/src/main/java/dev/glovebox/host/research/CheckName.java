package dev.glovebox.host.research;

import java.util.Locale;

/** The honesty checks, (a) to (f). The text forms are part of the report's form. */
public enum CheckName {
  /** (a) The bars up to k alone, and all bars: the same Decisions up to k. */
  TRUNCATION,
  /** (b) Other bars after k: the same Decisions up to k. */
  PERTURBATION,
  /** (c) A later first bar: how much differs, and for how long. */
  WARM_UP,
  /** (d) The same again, and with the JIT: the same Decisions. */
  DETERMINISM,
  /** (e) Lock-step and blocks: the same Decisions. */
  BLOCKS,
  /** (f) The same prices years later: what differs. */
  TIME_SHIFT,
  /** Beyond the six: all prices and the cash doubled: what differs. */
  PRICE_SCALE;

  /** Returns the lower-case text form, for example {@code time_shift}. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
