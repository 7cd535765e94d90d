package dev.glovebox.host.approval;

import dev.glovebox.host.audit.AuditReader;
import dev.glovebox.host.audit.AuditRecord;
import dev.glovebox.host.audit.Evidence;
import dev.glovebox.host.audit.Receipt;
import dev.glovebox.host.audit.RecordDraft;
import dev.glovebox.host.clock.UtcText;
import dev.glovebox.host.model.CandidateId;
import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Json;
import dev.glovebox.host.model.Refusal;
import dev.glovebox.host.model.RunId;
import dev.glovebox.host.model.Sha256;
import dev.glovebox.host.model.TeamId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the log holds of approvals: writes it, and compares rows with it. Thread-safe.
 *
 * <p>Which ids were used and which grants were spent is kept in memory as the log says it: neither
 * a deleted row nor a cleared column makes an approval count twice.
 */
final class ApprovalRecords {
  private static final String ACCEPTED = "accepted";
  private static final String SPENT = "spent";

  private final Evidence log;
  private final AuditReader reader;
  private final Set<Name> used = ConcurrentHashMap.newKeySet();
  private final Set<Name> spent = ConcurrentHashMap.newKeySet();

  ApprovalRecords(Evidence log, AuditReader reader) {
    this.log = log;
    this.reader = reader;
  }

  private record Name(TeamId team, String id) {}

  /** Is told of what the log holds, in its order. */
  interface Found {
    /** An approval was accepted; the row as it should be, its number aside. */
    void accepted(ApprovalTable.Row row);

    /** A grant was spent. */
    void spent(TeamId team, String id, String run);
  }

  /** Reads the whole log once, at the host's start. */
  void recover(Found found) {
    reader.forEach(
        0,
        read -> {
          for (Gate gate : Gate.values()) {
            if (read.record().type() == gate.step()) {
              recover(gate, read, found);
            }
          }
        });
  }

  private void recover(Gate gate, AuditReader.Read read, Found found) {
    AuditRecord record = read.record();
    TeamId team = record.team();
    String id = detail(record, "approval_id").orElse("");
    if (detail(record, "event").equals(Optional.of(SPENT))) {
      spent.add(new Name(team, id));
      found.spent(team, id, detail(record, "run").orElse(""));
      return;
    }
    used.add(new Name(team, id));
    found.accepted(
        new ApprovalTable.Row(
            0,
            gate,
            id,
            new CandidateId(team, record.text("candidate_id").orElse("")),
            new Sha256(record.text("input_hash").orElse("")),
            instant(record),
            record.sequence(),
            read.leafHash(),
            Optional.empty()));
  }

  /** Returns whether the id counts no more. */
  boolean isUsed(TeamId team, String id) {
    return used.contains(new Name(team, id));
  }

  /** Returns whether the log says that a grant was spent. */
  boolean isSpent(TeamId team, String id) {
    return spent.contains(new Name(team, id));
  }

  /** Records an approval; from then on its id is used, whatever becomes of its row. */
  ApprovalTable.Row accepted(Statement statement, String keyId, EnvelopeStore.Kept envelope) {
    TeamId team = statement.scope().team();
    String signer = statement.scope().signer();
    Statement.Subject subject = statement.subject();
    RecordDraft draft =
        RecordDraft.of(statement.gate().step(), team, signer, signer)
            .with("candidate_id", Json.of(subject.candidate().value()))
            .with("artifact_hash", subject.artifact())
            .with("prepared_hash", subject.prepared())
            .with("rule_set_hash", subject.ruleSet())
            .with("input_hash", envelope.hash())
            .with("input_payload_uri", Json.of(envelope.uri()))
            .detailed(
                Json.of(
                    Map.of(
                        "event", Json.of(ACCEPTED),
                        "approval_id", Json.of(statement.id()),
                        "method", Json.of("dsse-ed25519"),
                        "key_id", Json.of(keyId),
                        "payload_type", Json.of(statement.gate().payloadType()),
                        "strategy_manifest_sha256", Json.of(subject.manifest().hex()),
                        "not_before", Json.of(UtcText.text(statement.validity().notBeforeMicros())),
                        "expiry", Json.of(UtcText.text(statement.validity().expiryMicros())))));
    if (statement.terms().isPresent()) {
      draft =
          draft
              .with("limits_hash", statement.terms().get().limits())
              .with("runspec_hash", statement.terms().get().runSpec());
    }
    Receipt receipt = log.append(draft);
    used.add(new Name(team, statement.id()));
    return new ApprovalTable.Row(
        0,
        statement.gate(),
        statement.id(),
        subject.candidate(),
        envelope.hash(),
        instant(reader.read(receipt.sequence()).record()),
        receipt.sequence(),
        receipt.leafHash(),
        Optional.empty());
  }

  /** Records that a grant started a run. */
  void spent(Statement grant, RunId run) {
    spent.add(new Name(run.team(), grant.id()));
    Receipt _ =
        log.append(
            RecordDraft.of(grant.gate().step(), run.team(), grant.scope().signer(), "system:runner")
                .with("candidate_id", Json.of(grant.subject().candidate().value()))
                .detailed(
                    Json.of(
                        Map.of(
                            "event", Json.of(SPENT),
                            "approval_id", Json.of(grant.id()),
                            "run", Json.of(run.value())))));
  }

  /**
   * Compares a row with the record that it names.
   *
   * @throws Refusal AUDIT_ROLLED_BACK if the log does not say what the row says
   */
  void check(ApprovalTable.Row row) {
    AuditReader.Read read;
    try {
      read = reader.read(row.sequence());
    } catch (Refusal refusal) {
      throw refusal.code() == Code.RECORD_NOT_FOUND ? rolledBack() : refusal;
    }
    AuditRecord record = read.record();
    boolean holds =
        read.leafHash().equals(row.leafHash())
            && record.type() == row.gate().step()
            && record.team().equals(row.team())
            && record.text("candidate_id").equals(Optional.of(row.candidate().value()))
            && record.text("input_hash").equals(Optional.of(row.envelope().hex()))
            && detail(record, "event").equals(Optional.of(ACCEPTED))
            && detail(record, "approval_id").equals(Optional.of(row.id()));
    if (!holds) {
      throw rolledBack();
    }
  }

  private static Instant instant(AuditRecord record) {
    return Instant.EPOCH.plus(record.timestampMicros(), ChronoUnit.MICROS);
  }

  private static Optional<String> detail(AuditRecord record, String name) {
    return record.detail().members().get(name) instanceof Json.Str(String text)
        ? Optional.of(text)
        : Optional.empty();
  }

  private static Refusal rolledBack() {
    return new Refusal(
        Code.AUDIT_ROLLED_BACK, "the log does not hold what the row of an approval says");
  }
}
