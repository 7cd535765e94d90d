package dev.glovebox.host.runner;

import dev.glovebox.host.audit.AuditLog;
import dev.glovebox.host.audit.Receipt;
import dev.glovebox.host.audit.RecordDraft;
import dev.glovebox.host.audit.RunJournal.SealedJournal;
import dev.glovebox.host.audit.StepType;
import dev.glovebox.host.market.Series;
import dev.glovebox.host.model.Json;
import dev.glovebox.host.model.RunId;
import dev.glovebox.host.model.Sha256;
import dev.glovebox.host.payload.Payload;
import dev.glovebox.host.report.RunReport;
import dev.glovebox.host.run.RunRecords;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The two records that a run has in the log: its manifest and its result. */
final class RunLogRecords {
  private final AuditLog log;
  private final HostBuild build;

  RunLogRecords(AuditLog log, HostBuild build) {
    this.log = log;
    this.build = build;
  }

  /** Records what is about to run, before any byte of it is loaded. */
  Receipt manifest(RunId run, CheckedRun plan, Payload spec, String tier, List<String> measures) {
    RecordDraft draft =
        RecordDraft.of(StepType.RUN_MANIFEST, run.team(), plan.owner(), RunRecords.ACTOR)
            .in(run)
            .with("artifact_hash", plan.spec().artifact())
            .with("prepared_hash", plan.artifact().prepared())
            .with("runspec_hash", spec.hash())
            .with("input_payload_uri", Json.of(spec.uri()))
            .with("limits_hash", plan.spec().limits())
            .with("series_hash", plan.series().getFirst().hash())
            .with("candidate_id", Json.of(plan.artifact().candidate().id().value()))
            .with("tier", Json.of(tier))
            .detailed(
                Json.of(
                    Map.of(
                        "mode", Json.of(plan.spec().mode().name()),
                        "block", Json.of(plan.spec().block()),
                        "profile", Json.of(plan.spec().profile()),
                        "analysis", Json.of(plan.spec().analysis() ? "on" : "off"),
                        "limits_form_sha256", Json.of(plan.limits().hash().hex()),
                        "series",
                            Json.of(
                                plan.series().stream()
                                    .map(Series::hash)
                                    .map(Sha256::hex)
                                    .map(Json::of)
                                    .toList()),
                        "bars", Json.of(plan.bars()),
                        "isolation_measures", Json.of(measures.stream().map(Json::of).toList()),
                        "glovebox", Json.of(build.glovebox()),
                        "java", Json.of(build.java()))));
    return log.append(draft);
  }

  /** Records how it ended and, by hash, all that it left. */
  Receipt result(
      RunReport report,
      CheckedRun plan,
      SortedMap<String, Sha256> files,
      Payload index,
      SealedJournal journal) {
    TreeMap<String, Json> hashes = new TreeMap<>();
    files.forEach((name, hash) -> hashes.put(name, Json.of(hash.hex())));
    RecordDraft draft =
        RecordDraft.of(StepType.RUN_RESULT, report.run().team(), plan.owner(), RunRecords.ACTOR)
            .in(report.run())
            .with("artifact_hash", plan.spec().artifact())
            .with("prepared_hash", plan.artifact().prepared())
            .with("runspec_hash", report.hashes().runspec())
            .with("output_hash", index.hash())
            .with("output_payload_uri", Json.of(index.uri()))
            .with("tier", Json.of(report.tier()))
            .with("observed_by", Json.of(report.end().observedBy().name()))
            .detailed(
                Json.of(
                    Map.of(
                        "outcome", Json.of(report.end().outcome().name()),
                        "code", Json.of(report.end().code().name()),
                        "decision_digest", Json.of(report.hashes().decisionDigest()),
                        "bars", Json.of(report.bars()),
                        "bars_completed", Json.of(report.barsCompleted()),
                        "files", Json.of(hashes),
                        "journal_records", Json.of(journal.records()),
                        "journal_last_leaf", Json.of(journal.lastLeafHash().hex()))));
    return log.append(draft);
  }

  /** Signs everything up to the result, in both places. */
  void checkpoint() {
    var _ = log.checkpoint();
  }
}
