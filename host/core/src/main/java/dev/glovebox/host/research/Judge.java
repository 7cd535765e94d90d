package dev.glovebox.host.research;

import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Json;
import dev.glovebox.host.research.TrialRuns.Ran;
import dev.glovebox.host.run.RunEnd;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Says what a compared run means. */
final class Judge {
  /** Ends that the candidate's own code brings about, and that repeat. */
  private static final Set<Code> OWN_FAULTS =
      Set.of(
          Code.STRATEGY_ERROR,
          Code.PARAMETER_INVALID,
          Code.BUDGET_EXCEEDED,
          Code.RECURSION_LIMIT,
          Code.OUTPUT_LIMIT,
          Code.INTENT_LIMIT,
          Code.POLICY_VIOLATION);

  private static final int SHARE_DECIMALS = 4;

  private Judge() {}

  /** Whether the candidate's own code ended a run. */
  static boolean isOwnFault(RunEnd end) {
    return OWN_FAULTS.contains(end.code());
  }

  /**
   * Judges a run whose Decisions must equal recorded ones.
   *
   * @param what for people, for example {@code cut after bar 20, lock-step}
   * @param toTheEnd whether the run's own end counts as well
   */
  static Part exact(
      String what,
      SortedMap<String, Json> varied,
      ExactComparison comparison,
      Ran ran,
      boolean toTheEnd) {
    TreeMap<String, Json> figures = new TreeMap<>(varied);
    figures.put("bars_compared", Json.of(comparison.compared()));
    if (comparison.difference().isPresent()) {
      FirstDifference found = comparison.difference().get();
      return new Part(
          figures,
          Verdict.FAILED,
          what + ": bar " + found.barIndex() + " differs at " + found.field(),
          Optional.of(found),
          false);
    }
    return switch (ran) {
      case Ran.NotRun notRun -> notRun(what, figures, notRun);
      case Ran.Done done -> ended(what, figures, comparison, done, toTheEnd);
    };
  }

  private static Part ended(
      String what,
      SortedMap<String, Json> figures,
      ExactComparison comparison,
      Ran.Done done,
      boolean toTheEnd) {
    RunEnd end = done.outcome().end();
    boolean sound = toTheEnd ? end.code() == Code.OK : end.code() == Code.OK || done.cut();
    if (comparison.whole() && (sound || !toTheEnd)) {
      return new Part(figures, Verdict.PASSED, "", Optional.empty(), false);
    }
    if (isOwnFault(end)) {
      FirstDifference found =
          new FirstDifference(
              comparison.compared(),
              "outcome",
              Json.of(Code.OK.name()).text(),
              Json.of(end.code().name()).text());
      return new Part(
          figures,
          Verdict.FAILED,
          what + ": ended " + end.code() + " after " + comparison.compared() + " bars",
          Optional.of(found),
          false);
    }
    return skipped(what, figures, end.code());
  }

  /** Judges a run that may differ: what differs is noted. */
  static Part loose(
      String what, SortedMap<String, Json> varied, LooseComparison comparison, Ran ran) {
    TreeMap<String, Json> figures = new TreeMap<>(varied);
    figures.put("bars_compared", Json.of(comparison.compared()));
    figures.put("bars_differing", Json.of(comparison.differing()));
    figures.put("bars_differing_in_intents", Json.of(comparison.differingIntents()));
    figures.put("share_differing", Json.of(share(comparison)));
    if (comparison.lastDiffering() >= 0) {
      figures.put("last_differing_bar", Json.of(comparison.lastDiffering()));
    }
    RunEnd end;
    switch (ran) {
      case Ran.NotRun notRun -> {
        return notRun(what, figures, notRun);
      }
      case Ran.Done done -> end = done.outcome().end();
    }
    if (end.code() != Code.OK) {
      return isOwnFault(end)
          ? new Part(
              figures,
              Verdict.NOTED,
              what + ": ended " + end.code() + " after " + comparison.compared() + " bars",
              comparison.difference(),
              false)
          : skipped(what, figures, end.code());
    }
    if (comparison.differing() == 0) {
      return new Part(figures, Verdict.PASSED, "", Optional.empty(), false);
    }
    return new Part(
        figures,
        Verdict.NOTED,
        what
            + ": "
            + comparison.differing()
            + " of "
            + comparison.compared()
            + " bars differ, "
            + comparison.differingIntents()
            + " of them in intents, the last is bar "
            + comparison.lastDiffering(),
        comparison.difference(),
        false);
  }

  private static Part notRun(String what, SortedMap<String, Json> figures, Ran.NotRun notRun) {
    // A profile that this build does not have is the one thing in a checked spec that may be amiss.
    boolean dispensable = notRun.code() == Code.SPEC_INVALID;
    return new Part(
        figures,
        Verdict.SKIPPED,
        what + " SKIPPED: " + notRun.sentence(),
        Optional.empty(),
        dispensable);
  }

  private static Part skipped(String what, SortedMap<String, Json> figures, Code code) {
    return new Part(
        figures, Verdict.SKIPPED, what + " SKIPPED: ended " + code, Optional.empty(), false);
  }

  private static BigDecimal share(LooseComparison comparison) {
    return comparison.compared() == 0
        ? BigDecimal.ZERO
        : BigDecimal.valueOf(comparison.differing())
            .divide(
                BigDecimal.valueOf(comparison.compared()), SHARE_DECIMALS, RoundingMode.HALF_EVEN);
  }
}
