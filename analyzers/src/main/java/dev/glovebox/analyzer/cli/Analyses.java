package dev.glovebox.analyzer.cli;

import dev.glovebox.analyzer.report.Judgement;
import dev.glovebox.analyzer.rules.Language;

/** Whoever analyses one source. */
@FunctionalInterface
interface Analyses {
  /**
   * Analyses {@code source} as {@code language}; never throws on account of what it holds.
   * Thread-safe.
   */
  Judgement analyze(Language language, byte[] source);
}
