package dev.glovebox.analyzer.rules;

import java.util.Locale;

/** How bad a finding is, worst first. */
public enum Severity {
  /** Escape, ambient access, import or syntax: flags the candidate. */
  ERROR,
  /** Doubtful; never flags. */
  WARNING,
  /** Worth knowing; never flags. */
  NOTE;

  /** The name in every output, for example {@code error}. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
