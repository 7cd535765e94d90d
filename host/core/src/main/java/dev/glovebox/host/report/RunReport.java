package dev.glovebox.host.report;

import dev.glovebox.host.model.Json;
import dev.glovebox.host.model.RunId;
import dev.glovebox.host.model.Sha256;
import dev.glovebox.host.run.RunEnd;
import dev.glovebox.host.run.RunTotals;
import java.util.List;
import java.util.Map;

/**
 * What {@code report.json} says.
 *
 * @param indicative whether blocks were used: such a run is for speed and proves nothing
 * @param tier isolation tier of the worker, for example {@code process}
 * @param bars bar sets of the input
 */
public record RunReport(
    RunId run,
    Hashes hashes,
    boolean indicative,
    RunEnd end,
    String tier,
    List<String> isolationMeasures,
    long bars,
    long barsCompleted,
    Metrics metrics,
    RunTotals totals) {
  /** Version of the form. */
  public static final int VERSION = 1;

  /**
   * What was run and what came of it.
   *
   * @param decisionDigest {@code d1:} and the SHA-256 of decisions.jsonl
   */
  public record Hashes(Sha256 artifact, Sha256 prepared, Sha256 runspec, String decisionDigest) {}

  /** Copies the measures. */
  public RunReport {
    isolationMeasures = List.copyOf(isolationMeasures);
  }

  /** Returns the object of report.json; decimals as text. */
  public Json.Obj json() {
    return Json.of(
        Map.ofEntries(
            Map.entry("version", Json.of(VERSION)),
            Map.entry("run_id", Json.of(run.value())),
            Map.entry("artifact_sha256", Json.of(hashes.artifact().hex())),
            Map.entry("prepared_sha256", Json.of(hashes.prepared().hex())),
            Map.entry("runspec_sha256", Json.of(hashes.runspec().hex())),
            Map.entry("decision_digest", Json.of(hashes.decisionDigest())),
            Map.entry("indicative", Json.of(indicative)),
            Map.entry("outcome", Json.of(end.outcome().name())),
            Map.entry("code", Json.of(end.code().name())),
            Map.entry("observed_by", Json.of(end.observedBy().name())),
            Map.entry("tier", Json.of(tier)),
            Map.entry(
                "isolation_measures", Json.of(isolationMeasures.stream().map(Json::of).toList())),
            Map.entry("bars", Json.of(bars)),
            Map.entry("bars_completed", Json.of(barsCompleted)),
            Map.entry("metrics", metrics.json()),
            Map.entry("orders", orders())));
  }

  private Json.Obj orders() {
    return Json.of(
        Map.of(
            "intents", Json.of(totals.intents()),
            "denied", Json.of(totals.denied()),
            "placed", Json.of(totals.placed()),
            "filled", Json.of(totals.filled()),
            "rejected", Json.of(totals.rejected()),
            "expired", Json.of(totals.expired()),
            "strategy_errors", Json.of(totals.strategyErrors())));
  }
}
