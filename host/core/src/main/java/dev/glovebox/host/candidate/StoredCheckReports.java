package dev.glovebox.host.candidate;

import dev.glovebox.host.audit.AuditReader;
import dev.glovebox.host.audit.AuditRecord;
import dev.glovebox.host.audit.Evidence;
import dev.glovebox.host.audit.Receipt;
import dev.glovebox.host.audit.RecordDraft;
import dev.glovebox.host.audit.StepType;
import dev.glovebox.host.model.CandidateId;
import dev.glovebox.host.model.CanonicalJson;
import dev.glovebox.host.model.CheckId;
import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Json;
import dev.glovebox.host.model.Refusal;
import dev.glovebox.host.payload.Payload;
import dev.glovebox.host.payload.PayloadStore;
import dev.glovebox.host.store.Database;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Reports of honesty checks in payloads, log and PostgreSQL. Thread-safe.
 *
 * <p>Order of writes: payload, record, row.
 */
public final class StoredCheckReports implements CheckReports {
  private static final String ACTOR = "system:host";

  private final CheckTable table;
  private final PayloadStore payloads;
  private final Evidence log;
  private final AuditReader reader;
  private final LongSupplier nowMicros;

  /**
   * Opens the reports.
   *
   * @param nowMicros wall time, microseconds since 1970-01-01T00:00:00Z
   */
  public StoredCheckReports(
      Database database,
      PayloadStore payloads,
      Evidence log,
      AuditReader reader,
      LongSupplier nowMicros) {
    this.table = new CheckTable(database);
    this.payloads = payloads;
    this.log = log;
    this.reader = reader;
    this.nowMicros = nowMicros;
  }

  @Override
  public CheckReport keep(Finished finished) {
    byte[] bytes = finished.content().bytes();
    if (bytes.length > REPORT_BYTES_MAX) {
      throw new IllegalArgumentException("a report has at most " + REPORT_BYTES_MAX + " bytes");
    }
    Payload payload = payloads.put(finished.id().team(), bytes);
    Receipt receipt = log.append(record(finished, payload));
    Instant now = Instant.EPOCH.plus(nowMicros.getAsLong(), ChronoUnit.MICROS);
    table.insert(finished, payload.hash(), now, receipt);
    return new CheckReport(
        finished.id(),
        finished.candidate(),
        finished.owner(),
        finished.artifact(),
        finished.prepared(),
        finished.runSpec(),
        finished.overall(),
        finished.content(),
        payload.hash(),
        receipt.sequence(),
        now);
  }

  private static RecordDraft record(Finished finished, Payload payload) {
    return RecordDraft.of(StepType.HONESTY_CHECK, finished.id().team(), finished.owner(), ACTOR)
        .with("candidate_id", Json.of(finished.candidate().value()))
        .with("artifact_hash", finished.artifact())
        .with("prepared_hash", finished.prepared())
        .with("runspec_hash", finished.runSpec())
        .with("series_hash", finished.series())
        .with("output_hash", payload.hash())
        .with("output_payload_uri", Json.of(payload.uri()))
        .detailed(
            Json.of(
                Map.of(
                    "check", Json.of(finished.id().value()),
                    "overall", Json.of(finished.overall().name()))));
  }

  @Override
  public Optional<CheckReport> find(CheckId id) {
    return table.find(id).map(this::vouchedFor);
  }

  @Override
  public Optional<CheckReport> newest(CandidateId candidate) {
    return table.newest(candidate).map(this::vouchedFor);
  }

  private CheckReport vouchedFor(CheckTable.Row row) {
    mustBeRecorded(row);
    byte[] bytes = payloads.read(row.id().team(), row.report());
    if (!(CanonicalJson.parse(bytes) instanceof Json.Obj content)) {
      throw new Refusal(Code.AUDIT_PAYLOAD_MISMATCH, "a report of honesty checks is no object");
    }
    return new CheckReport(
        row.id(),
        row.candidate(),
        row.owner(),
        row.artifact(),
        row.prepared(),
        row.runSpec(),
        row.overall(),
        content,
        row.report(),
        row.sequence(),
        row.endedAt());
  }

  private void mustBeRecorded(CheckTable.Row row) {
    AuditReader.Read read;
    try {
      read = reader.read(row.sequence());
    } catch (Refusal e) {
      throw e.code() == Code.RECORD_NOT_FOUND ? rolledBack() : e;
    }
    AuditRecord record = read.record();
    boolean holds =
        read.leafHash().equals(row.leafHash())
            && record.type() == StepType.HONESTY_CHECK
            && record.team().equals(row.id().team())
            && record.owner().equals(row.owner())
            && says(record, "candidate_id", row.candidate().value())
            && says(record, "artifact_hash", row.artifact().hex())
            && says(record, "prepared_hash", row.prepared().hex())
            && says(record, "runspec_hash", row.runSpec().hex())
            && says(record, "output_hash", row.report().hex())
            && Json.of(row.id().value()).equals(record.detail().members().get("check"))
            && Json.of(row.overall().name()).equals(record.detail().members().get("overall"));
    if (!holds) {
      throw rolledBack();
    }
  }

  private static boolean says(AuditRecord record, String field, String value) {
    return record.text(field).equals(Optional.of(value));
  }

  private static Refusal rolledBack() {
    return new Refusal(
        Code.AUDIT_ROLLED_BACK, "the log does not hold what a row of honesty checks says");
  }
}
