package dev.glovebox.analyzer.accepted;

import dev.glovebox.analyzer.report.FileVerdict;
import dev.glovebox.analyzer.report.Judged;
import dev.glovebox.analyzer.report.Standing;

/**
 * What does not count for a verdict. It decides what a call reports and how it exits, and nothing
 * else: a host analyses by itself, and knows no baseline and no suppression.
 */
public record Accepted(Baseline baseline, Suppressions suppressions) {
  /** The verdict with what was accepted told apart. */
  public FileVerdict apply(FileVerdict verdict) {
    return verdict.standing(judged -> standing(verdict, judged));
  }

  private Standing standing(FileVerdict verdict, Judged judged) {
    return suppressions
        .of(verdict, judged)
        .orElseGet(() ->
            baseline.knows(verdict.path(), judged) ? new Standing.Known() : new Standing.Counts());
  }
}
