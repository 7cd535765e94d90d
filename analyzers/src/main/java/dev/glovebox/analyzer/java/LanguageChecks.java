package dev.glovebox.analyzer.java;

import java.util.List;

/** Checks of the language, what reaches outside, names on the list, resources and review. */
final class LanguageChecks {
  private LanguageChecks() {}

  static List<Check> of(Facts facts) {
    return List.of();
  }
}
