package dev.glovebox.host.runner;

import dev.glovebox.host.audit.AuditLog;
import dev.glovebox.host.audit.Receipt;
import dev.glovebox.host.audit.RecordDraft;
import dev.glovebox.host.audit.RunJournal;
import dev.glovebox.host.audit.RunJournal.SealedJournal;
import dev.glovebox.host.audit.StepType;
import dev.glovebox.host.market.Series;
import dev.glovebox.host.model.Json;
import dev.glovebox.host.model.RunId;
import dev.glovebox.host.model.Sha256;
import dev.glovebox.host.model.UntrustedText;
import dev.glovebox.host.payload.Payload;
import dev.glovebox.host.report.RunReport;
import dev.glovebox.host.run.RunRecords;
import dev.glovebox.jail.ImageIdentity;
import dev.glovebox.jail.Workers;
import java.util.List;
import java.util.Optional;
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

  /**
   * Where a run's candidate is held.
   *
   * @param opened the worker, or how its start failed
   */
  record Jailed(String tier, Workers.Opened opened) {}

  /** Records what is about to run, before any byte of it is loaded. */
  Receipt manifest(Claims.Claim claim, CheckedRun plan, Payload spec, Jailed jailed) {
    Optional<ImageIdentity> image = LocalRun.image(jailed.opened());
    RunId run = claim.run();
    RecordDraft draft =
        RecordDraft.of(StepType.RUN_MANIFEST, run.team(), plan.owner(), RunRecords.ACTOR)
            .in(run)
            .with("lease_epoch", Json.of(claim.epoch()))
            .with("artifact_hash", plan.spec().artifact())
            .with("prepared_hash", plan.artifact().prepared())
            .with("runspec_hash", spec.hash())
            .with("input_payload_uri", Json.of(spec.uri()))
            .with("limits_hash", plan.spec().limits())
            .with("series_hash", plan.series().getFirst().hash())
            .with("candidate_id", Json.of(plan.artifact().candidate().id().value()))
            .with("tier", Json.of(jailed.tier()))
            .detailed(manifestDetail(claim, plan, jailed.opened()));
    return log.append(
        image.map(identity -> draft.with("image_hash", Json.of(identity.sha256()))).orElse(draft));
  }

  private Json.Obj manifestDetail(Claims.Claim claim, CheckedRun plan, Workers.Opened opened) {
    TreeMap<String, Json> detail = new TreeMap<>();
    detail.put("mode", Json.of(plan.spec().mode().name()));
    detail.put("block", Json.of(plan.spec().block()));
    detail.put("profile", Json.of(plan.spec().profile()));
    detail.put("analysis", Json.of(plan.spec().analysis() ? "on" : "off"));
    detail.put("limits_form_sha256", Json.of(plan.limits().hash().hex()));
    detail.put("series", hashes(plan.series().stream().map(Series::hash).toList()));
    detail.put("bars", Json.of(plan.bars()));
    detail.put(
        "isolation_measures", Json.of(LocalRun.measures(opened).stream().map(Json::of).toList()));
    LocalRun.seat(opened).ifPresent(seat -> detail.putAll(RunRecords.seat(seat)));
    LocalRun.image(opened)
        .flatMap(ImageIdentity::cacheSha256)
        .ifPresent(cache -> detail.put("image_cache_sha256", Json.of(cache)));
    detail.put("glovebox", Json.of(build.glovebox()));
    detail.put("java", Json.of(build.java()));
    claim
        .admitted()
        .ifPresent(admitted -> {
          detail.put("promotion", Json.of(admitted.promotionId()));
          detail.put("run_grant", Json.of(admitted.grantId()));
          detail.put("signer", Json.of(admitted.signer()));
        });
    plan.account()
        .ifPresent(account -> {
          detail.put("account", Json.of(account.resourceName()));
          detail.put("venue_id", Json.of(Wiring.venueId(plan.spec().mode())));
          detail.put(
              "ticks", hashes(plan.series().stream().flatMap(s -> s.ticks().stream()).toList()));
        });
    return Json.of(detail);
  }

  private static Json hashes(List<Sha256> hashes) {
    return Json.of(hashes.stream().map(Sha256::hex).map(Json::of).toList());
  }

  /** Records how it ended and, by hash, all that it left. */
  Receipt result(
      RunReport report,
      CheckedRun plan,
      SortedMap<String, Sha256> files,
      Payload index,
      Optional<SealedJournal> journal,
      Optional<UntrustedText> reason,
      int restarts) {
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
            .detailed(resultDetail(report, Json.of(hashes), journal, reason, restarts));
    return log.append(draft);
  }

  private static Json.Obj resultDetail(
      RunReport report,
      Json files,
      Optional<SealedJournal> journal,
      Optional<UntrustedText> reason,
      int restarts) {
    TreeMap<String, Json> detail = new TreeMap<>();
    detail.put("outcome", Json.of(report.end().outcome().name()));
    detail.put("code", Json.of(report.end().code().name()));
    report.end().violation().ifPresent(name -> detail.put("violation", Json.of(name)));
    detail.put("decision_digest", Json.of(report.hashes().decisionDigest()));
    detail.put("bars", Json.of(report.bars()));
    detail.put("bars_completed", Json.of(report.barsCompleted()));
    detail.put("files", files);
    journal.ifPresent(sealed -> {
      detail.put("journal_records", Json.of(sealed.records()));
      detail.put("journal_version", Json.of(RunJournal.VERSION));
    });
    if (restarts > 0) {
      detail.put("worker_restarts", Json.of(restarts));
    }
    reason.ifPresent(text -> detail.put("reason", text.forJson()));
    return Json.of(detail);
  }

  /** Signs everything up to the result, in both places. */
  void checkpoint() {
    var _ = log.checkpoint();
  }
}
