package dev.glovebox.host.runner;

import dev.glovebox.host.audit.AuditRecord;
import dev.glovebox.host.model.CanonicalJson;
import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Json;
import dev.glovebox.host.model.Refusal;
import dev.glovebox.host.model.UntrustedText;
import dev.glovebox.host.run.RunEnd.Outcome;
import dev.glovebox.host.runner.LocalRuns.Parts;
import dev.glovebox.host.runner.Runs.ReportFile;
import dev.glovebox.host.runner.Runs.RunEvent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Runs that no thread of this host drives: ended, or interrupted with the host that drove them.
 *
 * <p>Of an interrupted run there is no journal and no figure: its report says what its manifest in
 * the log says, and INTERRUPTED.
 */
final class PastRuns {
  private PastRuns() {}

  /** Returns the one event of such a run. */
  static RunEvent.Ended ended(RunTable.RunRow row, RunArchive archive, Parts parts) {
    Json.Obj report =
        switch (row.state()) {
          case STARTING, RUNNING ->
              throw new Refusal(Code.RUN_NOT_FINISHED, "the run has no result yet");
          case ENDED ->
              archive.report(
                  row.run().team(),
                  row.report()
                      .orElseThrow(
                          () -> new Refusal(Code.STORAGE_FAILED, "the report is not there")));
          case INTERRUPTED -> report(row, parts);
        };
    return new RunEvent.Ended(report, row.resultSequence().orElse(-1), new UntrustedText(""));
  }

  /** Returns the files of an interrupted run: its report and its RunSpec. */
  static List<ReportFile> interrupted(RunTable.RunRow row, Parts parts) {
    return List.of(
        ReportFile.of(RunArchive.REPORT, report(row, parts).bytes()),
        ReportFile.of(RunArchive.RUNSPEC, parts.payloads().read(row.run().team(), row.runSpec())));
  }

  static Json.Obj report(RunTable.RunRow row, Parts parts) {
    Optional<AuditRecord> manifest =
        row.manifestSequence().isPresent()
            ? Optional.of(parts.log().reader().read(row.manifestSequence().getAsLong()).record())
            : Optional.empty();
    TreeMap<String, Json> report = new TreeMap<>();
    report.put("version", Json.of(dev.glovebox.host.report.RunReport.VERSION));
    report.put("run_id", Json.of(row.run().value()));
    report.put("artifact_sha256", Json.of(row.artifact().hex()));
    report.put("prepared_sha256", text(manifest.flatMap(record -> record.text("prepared_hash"))));
    report.put("runspec_sha256", Json.of(row.runSpec().hex()));
    report.put("decision_digest", new Json.Null());
    report.put("indicative", Json.of(block(row, parts) > 1));
    report.put("outcome", Json.of(Outcome.INTERRUPTED.name()));
    report.put("code", Json.of(row.code().orElse(Code.RUN_INTERRUPTED.name())));
    report.put("observed_by", Json.of("HOST"));
    report.put("tier", text(manifest.flatMap(record -> record.text("tier"))));
    Map<String, Json> detail =
        manifest.<Map<String, Json>>map(record -> record.detail().members()).orElse(Map.of());
    report.put("isolation_measures", detail.getOrDefault("isolation_measures", Json.of(List.of())));
    report.put("bars", detail.getOrDefault("bars", new Json.Null()));
    report.put("bars_completed", new Json.Null());
    report.put("metrics", new Json.Null());
    return Json.of(report);
  }

  private static long block(RunTable.RunRow row, Parts parts) {
    return CanonicalJson.parse(parts.payloads().read(row.run().team(), row.runSpec()))
                instanceof Json.Obj(var members)
            && members.get("block") instanceof Json.Int(long block)
        ? block
        : 1;
  }

  private static Json text(Optional<String> value) {
    return value.<Json>map(Json::of).orElseGet(Json.Null::new);
  }
}
