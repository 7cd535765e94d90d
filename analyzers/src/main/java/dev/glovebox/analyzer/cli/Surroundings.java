package dev.glovebox.analyzer.cli;

import java.io.InputStream;
import java.util.function.Function;

/** What the command line takes from outside, so that tests can hand in their own. */
interface Surroundings {
  /** The source that {@code -} names. */
  InputStream standardInput();

  /** Runs {@code work} with analyses that are gone afterwards. */
  <T> T withAnalyses(Function<Analyses, T> work);
}
