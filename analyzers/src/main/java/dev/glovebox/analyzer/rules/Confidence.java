package dev.glovebox.analyzer.rules;

import java.util.Locale;

/** How often code that a rule finds is what its page describes. Says nothing of how bad it is. */
public enum Confidence {
  /** Nearly always: the text itself says it. */
  HIGH,
  /** Mostly; honest code can look the same. */
  MEDIUM,
  /** A hint: somebody has to read the line. */
  LOW;

  /** The name in every output, for example {@code high}. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
