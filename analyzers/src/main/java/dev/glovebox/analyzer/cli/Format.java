package dev.glovebox.analyzer.cli;

import java.util.Locale;

/** How results are printed. */
enum Format {
  /** For people. */
  TEXT,
  /** For programs. */
  JSON;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
