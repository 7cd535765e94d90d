package dev.glovebox.host.research;

import dev.glovebox.host.candidate.CheckReport.Overall;
import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Json;
import dev.glovebox.host.runner.Trials;
import dev.glovebox.host.runner.Trials.Outcome;
import dev.glovebox.host.runner.Trials.Subject;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * {@code check.json}, version 1. It holds no id and no time: the same checks on the same host give
 * the same bytes.
 */
final class CheckForm {
  /** Version of the form. */
  static final int VERSION = 1;

  private CheckForm() {}

  /** What all checks together say. */
  static Overall overall(Checkup.Findings findings) {
    if (findings.fault().isPresent()) {
      boolean own = findings.base().map(Outcome::end).filter(Judge::isOwnFault).isPresent();
      return own ? Overall.FAILED : Overall.UNKNOWN;
    }
    if (findings.results().stream().anyMatch(result -> result.verdict() == Verdict.FAILED)) {
      return Overall.FAILED;
    }
    boolean proven =
        findings.coverage().map(Coverage::proves).orElse(false)
            && findings.results().stream().noneMatch(result -> result.verdict() == Verdict.SKIPPED);
    return proven ? Overall.PASSED : Overall.UNKNOWN;
  }

  static Json.Obj json(Subject subject, Checkup.Findings findings) {
    TreeMap<String, Json> members = new TreeMap<>();
    members.put("version", Json.of(VERSION));
    members.put("candidate", Json.of(subject.candidate().resourceName()));
    members.put("artifact_sha256", Json.of(subject.artifact().hex()));
    members.put("prepared_sha256", Json.of(subject.prepared().hex()));
    members.put("runspec_sha256", Json.of(subject.spec().hash().hex()));
    members.put("series", Json.of(List.of(series(subject, findings))));
    members.put("builds", builds(subject, findings));
    members.put("bars_max", Json.of(Checkup.HONESTY_BARS_MAX));
    members.put("base", base(findings));
    members.put("checks", Json.of(findings.results().stream().map(CheckResult::json).toList()));
    members.put(
        "coverage", findings.coverage().<Json>map(Coverage::json).orElseGet(Json.Null::new));
    members.put("overall", Json.of(overall(findings).name()));
    members.put("summary", Json.of(summary(subject, findings)));
    return Json.of(members);
  }

  private static Json series(Subject subject, Checkup.Findings findings) {
    return Json.of(
        Map.of(
            "instrument", Json.of(subject.spec().instruments().getFirst().id()),
            "sha256", Json.of(subject.series().hex()),
            "bars", Json.of(subject.seriesBars()),
            "bars_checked", Json.of(findings.bars())));
  }

  private static Json builds(Subject subject, Checkup.Findings findings) {
    Trials.Engine engine = findings.base().map(Outcome::engine).orElse(Trials.Engine.UNKNOWN);
    return Json.of(
        Map.of(
            "glovebox", Json.of(subject.build().glovebox()),
            "host_java", Json.of(subject.build().java()),
            "engine", engine.version().forJson(),
            "worker_java", engine.java().forJson()));
  }

  private static Json base(Checkup.Findings findings) {
    return findings
        .base()
        .<Json>map(outcome ->
            Json.of(
                Map.of(
                    "code", Json.of(findings.fault().orElse(Code.OK).name()),
                    "outcome", Json.of(outcome.end().outcome().name()),
                    "observed_by", Json.of(outcome.end().observedBy().name()),
                    "message", outcome.end().message().forJson(),
                    "hook", outcome.end().hook().forJson(),
                    "line", Json.of(outcome.end().line()),
                    "bars_completed", Json.of(outcome.completed()),
                    "decision_digest", Json.of(outcome.digest()))))
        .orElseGet(Json.Null::new);
  }

  private static String summary(Subject subject, Checkup.Findings findings) {
    if (!findings.why().isEmpty()) {
      return findings.why();
    }
    long failed = count(findings, Verdict.FAILED);
    StringBuilder text = new StringBuilder();
    text.append(count(findings, Verdict.PASSED))
        .append(" passed, ")
        .append(count(findings, Verdict.NOTED))
        .append(" noted, ")
        .append(failed)
        .append(" failed, ")
        .append(count(findings, Verdict.SKIPPED))
        .append(" skipped, over ")
        .append(findings.bars());
    if (findings.bars() < subject.seriesBars()) {
      text.append(" of ").append(subject.seriesBars());
    }
    text.append(" bars");
    findings
        .coverage()
        .ifPresent(coverage ->
            text.append(
                coverage.proves()
                    ? " with " + coverage.intents() + " intents; what never fired is not proven"
                    : "; no intents: nothing proven"));
    return text.toString();
  }

  private static long count(Checkup.Findings findings, Verdict verdict) {
    return findings.results().stream().filter(result -> result.verdict() == verdict).count();
  }
}
