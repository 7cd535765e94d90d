package dev.glovebox.host.research;

import dev.glovebox.host.model.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What one check found. */
record CheckResult(CheckName name, Verdict verdict, String summary, List<Part> parts) {
  /** Copies the list. */
  CheckResult {
    parts = List.copyOf(parts);
  }

  /** Returns the result that its parts add up to: the worst of them. */
  static CheckResult of(CheckName name, String claim, List<Part> parts) {
    Verdict verdict = worst(parts);
    return new CheckResult(name, verdict, summary(verdict, claim, parts), parts);
  }

  /** Returns a result without a run. */
  static CheckResult skipped(CheckName name, String why) {
    return new CheckResult(name, Verdict.SKIPPED, why, List.of());
  }

  /** Returns the first difference of the first part that has the check's verdict and one. */
  Optional<FirstDifference> difference() {
    return parts.stream()
        .filter(part -> part.verdict() == verdict)
        .map(Part::difference)
        .flatMap(Optional::stream)
        .findFirst();
  }

  Json.Obj json() {
    TreeMap<String, Json> members =
        new TreeMap<>(
            Map.of(
                "name", Json.of(name.text()),
                "verdict", Json.of(verdict.name()),
                "summary", Json.of(summary),
                "runs", Json.of(parts.stream().map(Part::json).toList())));
    members.put(
        "first_difference",
        difference().<Json>map(FirstDifference::json).orElseGet(Json.Null::new));
    return Json.of(members);
  }

  private static Verdict worst(List<Part> parts) {
    if (parts.stream().anyMatch(part -> part.verdict() == Verdict.FAILED)) {
      return Verdict.FAILED;
    }
    if (parts.stream().anyMatch(part -> part.verdict() == Verdict.SKIPPED && !part.dispensable())) {
      return Verdict.SKIPPED;
    }
    return parts.stream().anyMatch(part -> part.verdict() == Verdict.NOTED)
        ? Verdict.NOTED
        : Verdict.PASSED;
  }

  private static String summary(Verdict verdict, String claim, List<Part> parts) {
    StringBuilder text = new StringBuilder();
    if (verdict == Verdict.PASSED) {
      text.append(claim);
    }
    parts.stream()
        .filter(part -> !part.sentence().isEmpty())
        .filter(part -> part.verdict() == verdict || part.dispensable())
        .forEach(part -> text.append(text.isEmpty() ? "" : "; ").append(part.sentence()));
    return text.toString();
  }
}
