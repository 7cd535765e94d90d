package dev.glovebox.host.audit;

import java.util.Locale;

/** What a log's evidence is good for; stands in its first record and in its key's name. */
public enum Environment {
  DEVELOPMENT,
  PRODUCTION;

  /** Returns the text form in records, for example {@code development}. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
