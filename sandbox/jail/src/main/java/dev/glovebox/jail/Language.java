package dev.glovebox.jail;

import java.util.Arrays;
import java.util.Optional;

/** A language in which strategies are written; each has a guest and a preparation of its own. */
public enum Language {
  /** Runs in a guest engine. */
  PYTHON("python"),
  /** Runs as verified class files. */
  JAVA("java");

  private final String text;

  Language(String text) {
    this.text = text;
  }

  /** The word in requests, start orders and records. */
  public String text() {
    return text;
  }

  /** The language of that word; empty if strategies are not written in it. */
  public static Optional<Language> of(String text) {
    return Arrays.stream(values()).filter(one -> one.text.equals(text)).findFirst();
  }
}
