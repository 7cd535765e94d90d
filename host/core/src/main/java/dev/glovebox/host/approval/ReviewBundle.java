package dev.glovebox.host.approval;

import dev.glovebox.host.approval.Statement.SeenCheckpoint;
import dev.glovebox.host.audit.Checkpoint;
import dev.glovebox.host.candidate.Candidate;
import dev.glovebox.host.candidate.CheckReport;
import dev.glovebox.host.candidate.ReviewedArtifacts.EarlierArtifact;
import dev.glovebox.host.candidate.ReviewedArtifacts.ReviewedArtifact;
import dev.glovebox.host.model.Json;
import dev.glovebox.host.model.Sha256;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The files that a reviewer decides on, and their manifest, version 2. */
public final class ReviewBundle {
  /** Version of the manifest. */
  public static final int VERSION = 2;

  /** The manifest: every hash, and for which host and team. */
  public static final String MANIFEST = "manifest.json";

  /** The bytes as submitted. */
  public static final String ARTIFACT = "artifact";

  /** What a worker loads. */
  public static final String PREPARED = "prepared";

  /** Which submitted line each line of the prepared form is. */
  public static final String LINE_MAP = "line_map.json";

  /** What analysis found. */
  public static final String FINDINGS = "findings.json";

  /** What the source says of itself. */
  public static final String STRATEGY_MANIFEST = "strategy_manifest.json";

  /** The report of honesty checks; only if there is one. */
  public static final String CHECK = "check.json";

  /** The bytes of the candidate before this one; only if there is one. */
  public static final String PREVIOUS = "previous";

  /** The bytes of the candidate that was promoted last; only if there is one. */
  public static final String APPROVED = "approved";

  private ReviewBundle() {}

  /**
   * What a candidate is compared with.
   *
   * @param previous handed in before, by the same owner under the same file name
   * @param approved the one of these that was promoted last
   */
  record Earlier(Optional<EarlierArtifact> previous, Optional<EarlierArtifact> approved) {}

  static Map<String, byte[]> files(
      ApprovalPolicy policy,
      ReviewedArtifact artifact,
      Optional<CheckReport> check,
      Earlier earlier,
      Checkpoint seen) {
    Map<String, byte[]> files = new TreeMap<>();
    files.put(ARTIFACT, artifact.source());
    files.put(PREPARED, artifact.form());
    files.put(LINE_MAP, artifact.lineMap());
    files.put(FINDINGS, artifact.findings());
    files.put(STRATEGY_MANIFEST, artifact.manifest());
    earlier.previous().ifPresent(one -> files.put(PREVIOUS, one.source()));
    earlier.approved().ifPresent(one -> files.put(APPROVED, one.source()));
    check.ifPresent(report -> files.put(CHECK, report.content().bytes()));
    files.put(MANIFEST, manifest(policy, artifact, check, earlier, seen).bytes());
    return files;
  }

  private static Json.Obj manifest(
      ApprovalPolicy policy,
      ReviewedArtifact artifact,
      Optional<CheckReport> check,
      Earlier earlier,
      Checkpoint seen) {
    Candidate candidate = artifact.candidate();
    Map<String, Json> members = new TreeMap<>();
    members.put("v", Json.of(VERSION));
    members.put("origin", Json.of(policy.origin().value()));
    members.put("environment", Json.of(policy.environment().text()));
    members.put("team", Json.of(candidate.id().team().value()));
    members.put("candidate", Json.of(candidate.id().resourceName()));
    members.put("owner", Json.of(candidate.owner()));
    members.put("language", Json.of(candidate.language()));
    members.put("file_name", candidate.fileName().forJson());
    members.put("artifact_sha256", Json.of(Sha256.of(artifact.source()).hex()));
    members.put("prepared_sha256", Json.of(artifact.prepared().hex()));
    members.put("form_version", Json.of(artifact.formVersion()));
    members.put("line_map_sha256", Json.of(Sha256.of(artifact.lineMap()).hex()));
    members.put("findings_sha256", Json.of(artifact.findingsHash().hex()));
    members.put("strategy_manifest_sha256", Json.of(artifact.manifestHash().hex()));
    put(PREVIOUS, earlier.previous(), members);
    put(APPROVED, earlier.approved(), members);
    members.put("rule_set", Json.of(artifact.ruleSet()));
    members.put("rule_set_sha256", Json.of(artifact.ruleSetHash().hex()));
    members.put("flagged", Json.of(artifact.flagged()));
    members.put("check", Json.of(check.map(report -> report.id().resourceName()).orElse("")));
    members.put("check_sha256", Json.of(check.map(report -> report.hash().hex()).orElse("")));
    members.put("checks_required", Json.of(policy.checksRequired()));
    members.put("checkpoint", Json.of(seen.note()));
    return Json.of(members);
  }

  private static void put(
      String name, Optional<EarlierArtifact> earlier, Map<String, Json> members) {
    members.put(name, Json.of(earlier.map(one -> one.candidate().resourceName()).orElse("")));
    members.put(
        name + "_sha256", Json.of(earlier.map(one -> Sha256.of(one.source()).hex()).orElse("")));
  }

  /** Returns how a statement cites a checkpoint. */
  public static SeenCheckpoint seen(Checkpoint checkpoint) {
    return new SeenCheckpoint(checkpoint.size(), checkpoint.root());
  }
}
