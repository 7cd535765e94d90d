package dev.glovebox.analyzer.report;

import dev.glovebox.analyzer.Analysis;

/** What is known about one file. */
public sealed interface Judgement {

  /** It was analysed. */
  record Analysed(Analysis analysis) implements Judgement {}

  /**
   * Nothing is known about it.
   *
   * @param code stable
   * @param message untrusted text
   * @param line 1-based; 0 if not applicable
   */
  record Unreadable(String code, String message, int line) implements Judgement {}
}
