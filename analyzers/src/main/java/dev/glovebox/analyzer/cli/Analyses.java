package dev.glovebox.analyzer.cli;

import dev.glovebox.analyzer.report.Judgement;

/** Whoever analyses one source. */
@FunctionalInterface
interface Analyses {
  /** Analyses {@code source}; never throws on account of what it holds. Thread-safe. */
  Judgement analyze(byte[] source);
}
