package dev.glovebox.host.candidate;

import dev.glovebox.host.audit.AuditReader;
import dev.glovebox.host.audit.AuditRecord;
import dev.glovebox.host.audit.Evidence;
import dev.glovebox.host.audit.Receipt;
import dev.glovebox.host.audit.RecordDraft;
import dev.glovebox.host.audit.StepType;
import dev.glovebox.host.identity.Caller;
import dev.glovebox.host.model.CandidateId;
import dev.glovebox.host.model.CanonicalJson;
import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Json;
import dev.glovebox.host.model.Refusal;
import dev.glovebox.host.model.Sha256;
import dev.glovebox.host.model.UntrustedText;
import dev.glovebox.host.payload.Payload;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What the log holds of candidates: writes it, and compares rows with it. */
final class CandidateRecords {
  private static final String ACTOR = "system:host";

  private final Evidence log;
  private final AuditReader reader;

  CandidateRecords(Evidence log, AuditReader reader) {
    this.log = log;
    this.reader = reader;
  }

  Receipt submission(
      Caller caller, CandidateId id, Candidates.Submission submission, Sha256 artifact) {
    return log.append(
        draft(StepType.SUBMISSION, id, caller.owner(), caller.owner(), artifact)
            .with("input_hash", artifact)
            .with("input_payload_uri", Json.of(Payload.uri(id.team(), artifact)))
            .detailed(
                Json.of(
                    Map.of(
                        "language", Json.of(submission.language()),
                        "file_name", submission.fileName().forJson(),
                        "bytes", Json.of(submission.source().length),
                        "analysis", Json.of(submission.analysis() ? "on" : "off")))));
  }

  Receipt analysis(
      CandidateId id,
      String owner,
      Sha256 artifact,
      FindingList findings,
      Sha256 payload,
      Sha256 manifest) {
    return log.append(
        draft(StepType.ANALYSIS, id, owner, ACTOR, artifact)
            .with("analyzer_version", Json.of(findings.ruleSet()))
            .with("rule_set_hash", findings.ruleSetHash())
            .with("output_hash", payload)
            .with("output_payload_uri", Json.of(Payload.uri(id.team(), payload)))
            .detailed(
                Json.of(
                    Map.of(
                        "verdict", Json.of(findings.flagged() ? "FLAGGED" : "CLEAN"),
                        "findings", Json.of(findings.total()),
                        "strategy_manifest", Json.of(Payload.uri(id.team(), manifest))))));
  }

  Receipt prepared(CandidateId id, String owner, Sha256 artifact, LineMap map, Sha256 mapPayload) {
    return log.append(
        draft(StepType.PREPARATION, id, owner, ACTOR, artifact)
            .with("prepared_hash", map.form())
            .with("output_hash", map.form())
            .with("output_payload_uri", Json.of(Payload.uri(id.team(), map.form())))
            .detailed(
                Json.of(
                    Map.of(
                        "verdict", Json.of("PREPARED"),
                        "form_version", Json.of(map.formVersion()),
                        "line_map", Json.of(Payload.uri(id.team(), mapPayload))))));
  }

  Receipt notPrepared(
      CandidateId id, String owner, Sha256 artifact, Preparation.Answer.Refused refused) {
    return log.append(
        draft(StepType.PREPARATION, id, owner, ACTOR, artifact).detailed(detail(refused)));
  }

  /** What a record says of a refusal. */
  static Json.Obj detail(Preparation.Answer.Refused refused) {
    return Json.of(
        Map.of(
            "verdict", Json.of("REFUSED"),
            "defect", Json.of(refused.defect()),
            "line", Json.of(refused.line()),
            "column", Json.of(refused.column()),
            "message", refused.message().forJson()));
  }

  /** Reads {@link #detail} back; empty if it is of another form. */
  static Optional<Preparation.Answer.Refused> refused(String detail) {
    return CanonicalJson.parse(detail.getBytes(StandardCharsets.UTF_8))
                instanceof Json.Obj(var members)
            && members.get("defect") instanceof Json.Str(String defect)
            && members.get("line") instanceof Json.Int(long line)
            && members.get("column") instanceof Json.Int(long column)
            && members.get("message") instanceof Json.Str(String message)
        ? Optional.of(
            new Preparation.Answer.Refused(
                defect, Math.toIntExact(line), Math.toIntExact(column), new UntrustedText(message)))
        : Optional.empty();
  }

  /** Records that a helper process failed: nothing is known about the source. */
  void failed(StepType step, CandidateId id, String owner, Sha256 artifact, Code code) {
    Receipt _ =
        log.append(
            draft(step, id, owner, ACTOR, artifact)
                .detailed(
                    Json.of(Map.of("verdict", Json.of("FAILED"), "code", Json.of(code.name())))));
  }

  void withdrawal(Caller caller, CandidateId id, Sha256 artifact) {
    Receipt _ =
        log.append(draft(StepType.WITHDRAWAL, id, caller.owner(), caller.owner(), artifact));
  }

  /** Returns every candidate that the log says was withdrawn. */
  List<CandidateId> withdrawn() {
    List<CandidateId> withdrawn = new ArrayList<>();
    reader.forEach(
        0,
        read -> {
          AuditRecord record = read.record();
          if (record.type() == StepType.WITHDRAWAL) {
            record
                .text("candidate_id")
                .ifPresent(id -> withdrawn.add(new CandidateId(record.team(), id)));
          }
        });
    return withdrawn;
  }

  private static RecordDraft draft(
      StepType type, CandidateId id, String owner, String actor, Sha256 artifact) {
    return RecordDraft.of(type, id.team(), owner, actor)
        .with("candidate_id", Json.of(id.value()))
        .with("artifact_hash", artifact);
  }

  /**
   * Compares a row with the records it names.
   *
   * @throws Refusal AUDIT_ROLLED_BACK if the log does not say what the row says
   */
  void check(CandidateTable.Row row) {
    AuditRecord submission = read(row, row.submission(), StepType.SUBMISSION);
    demand(submission.owner().equals(row.owner()), "owner");
    row.analysed()
        .ifPresent(analysed -> {
          AuditRecord record = read(row, analysed.record(), StepType.ANALYSIS);
          demand(says(record, "output_hash", analysed.findings()), "findings");
          demand(says(record, "rule_set_hash", analysed.ruleSet()), "rule set");
          Optional<String> manifest =
              analysed.manifest().map(hash -> Payload.uri(row.id().team(), hash));
          demand(manifest.equals(detail(record, "strategy_manifest")), "strategy manifest");
        });
    row.preparation()
        .ifPresent(preparation -> {
          AuditRecord record = read(row, preparation.record(), StepType.PREPARATION);
          demand(
              record.text("prepared_hash").equals(preparation.prepared().map(Sha256::hex)),
              "prepared form");
          Optional<String> map =
              preparation.lineMap().map(hash -> Payload.uri(row.id().team(), hash));
          demand(map.equals(detail(record, "line_map")), "line map");
        });
  }

  private static Optional<String> detail(AuditRecord record, String name) {
    return new TreeMap<>(record.detail().members()).get(name) instanceof Json.Str(String text)
        ? Optional.of(text)
        : Optional.empty();
  }

  private AuditRecord read(
      CandidateTable.Row row, CandidateTable.Recorded recorded, StepType type) {
    AuditReader.Read read;
    try {
      read = reader.read(recorded.sequence());
    } catch (Refusal e) {
      if (e.code() == Code.RECORD_NOT_FOUND) {
        throw rolledBack("a record");
      }
      throw e;
    }
    AuditRecord record = read.record();
    demand(read.leafHash().equals(recorded.leafHash()), "a record's hash");
    demand(
        record.type() == type
            && record.team().equals(row.id().team())
            && record.text("candidate_id").equals(Optional.of(row.id().value()))
            && says(record, "artifact_hash", row.artifact()),
        "a record's subject");
    return record;
  }

  private static boolean says(AuditRecord record, String field, Sha256 hash) {
    return record.text(field).equals(Optional.of(hash.hex()));
  }

  private static void demand(boolean holds, String what) {
    if (!holds) {
      throw rolledBack(what);
    }
  }

  private static Refusal rolledBack(String what) {
    return new Refusal(
        Code.AUDIT_ROLLED_BACK,
        "the log does not hold " + what + " that the candidate's row names");
  }
}
