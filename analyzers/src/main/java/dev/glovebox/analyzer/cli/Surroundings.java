package dev.glovebox.analyzer.cli;

import java.io.InputStream;
import java.time.LocalDate;
import java.util.function.Function;

/** What the command line takes from outside, so that tests can hand in their own. */
interface Surroundings {
  /** The source that {@code -} names. */
  InputStream standardInput();

  /** The day, in UTC, on which suppressions must still hold. */
  LocalDate today();

  /** Whether a person looks at a terminal that shows colours. */
  boolean hasColors();

  /** Runs {@code work} with analyses that are gone afterwards. */
  <T> T withAnalyses(Function<Analyses, T> work);
}
