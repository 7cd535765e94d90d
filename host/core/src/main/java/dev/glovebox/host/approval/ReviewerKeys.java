package dev.glovebox.host.approval;

import dev.glovebox.host.approval.ReviewerKeyTable.Place;
import dev.glovebox.host.audit.AuditReader;
import dev.glovebox.host.audit.AuditRecord;
import dev.glovebox.host.audit.Evidence;
import dev.glovebox.host.audit.RecordDraft;
import dev.glovebox.host.audit.StepType;
import dev.glovebox.host.clock.UtcText;
import dev.glovebox.host.keys.VerificationKey;
import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Json;
import dev.glovebox.host.model.Refusal;
import dev.glovebox.host.model.Sha256;
import dev.glovebox.host.store.Database;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The enrolled keys of reviewers. Thread-safe; enrolled once, at the host's start.
 *
 * <p>A key counts while three things hold: its enrolment is in the configuration and signed by the
 * root, the log has a record of it, and no record says that it was revoked.
 */
public final class ReviewerKeys {
  private static final String ACTOR = "system:host";
  private static final String ENROLLED = "enrolled";
  private static final String REVOKED = "revoked";

  private final ReviewerKeyTable table;
  private final Evidence log;
  private final AuditReader reader;
  private final Map<String, Enrolment> counting;
  private final List<VerificationKey> known;

  /**
   * Verifies every enrolment and records those that are new, once per key.
   *
   * @throws Refusal CONFIG_INVALID for an enrolment that does not count here, AUDIT_ROLLED_BACK if
   *     a row says what the log does not
   */
  public ReviewerKeys(Database database, Evidence log, AuditReader reader, ApprovalPolicy policy) {
    this.table = new ReviewerKeyTable(database);
    this.log = log;
    this.reader = reader;
    Map<String, Enrolment> enrolments = new HashMap<>();
    for (byte[] envelope : policy.enrolments()) {
      Enrolment enrolment = read(envelope, policy);
      if (enrolments.put(enrolment.key().keyId(), enrolment) != null) {
        throw invalid("key " + enrolment.key().keyId() + " stands in two enrolments");
      }
      enrol(enrolment, Sha256.of(envelope));
    }
    this.counting = Map.copyOf(withoutRevoked(enrolments, policy));
    this.known = table.all().stream().map(row -> VerificationKey.parse(row.key())).toList();
  }

  private static Enrolment read(byte[] envelope, ApprovalPolicy policy) {
    VerificationKey root =
        policy.root().orElseThrow(() -> invalid("approval.enrolments need approval.root"));
    if (policy.enrolments().size() > ApprovalPolicy.KEYS_MAX) {
      throw invalid("more than " + ApprovalPolicy.KEYS_MAX + " enrolments");
    }
    Enrolment enrolment;
    try {
      enrolment = Enrolment.read(envelope, root);
    } catch (IllegalArgumentException e) {
      throw invalid("an enrolment is refused: " + e.getMessage());
    }
    if (!enrolment.origin().equals(policy.origin().value())) {
      throw invalid("an enrolment is refused: made for another host");
    }
    return enrolment;
  }

  private void enrol(Enrolment enrolment, Sha256 envelope) {
    Optional<ReviewerKeyTable.Row> row = table.find(enrolment.team(), enrolment.key().keyId());
    if (row.isPresent()) {
      mustBeRecorded(row.get(), row.get().enrolled(), ENROLLED);
      return;
    }
    RecordDraft draft =
        draft(enrolment, ENROLLED)
            .detailed(
                Json.of(
                    Map.of(
                        "event", Json.of(ENROLLED),
                        "key", Json.of(enrolment.key().text()),
                        "envelope_sha256", Json.of(envelope.hex()),
                        "not_before", Json.of(UtcText.text(enrolment.validity().notBeforeMicros())),
                        "expiry", Json.of(UtcText.text(enrolment.validity().expiryMicros())))));
    table.insert(enrolment, log.append(draft));
  }

  private Map<String, Enrolment> withoutRevoked(
      Map<String, Enrolment> enrolments, ApprovalPolicy policy) {
    Map<String, Enrolment> left = new HashMap<>();
    enrolments.forEach((keyId, enrolment) -> {
      Optional<Place> revoked =
          table.find(enrolment.team(), keyId).flatMap(ReviewerKeyTable.Row::revoked);
      if (revoked.isEmpty() && policy.revoked().contains(keyId)) {
        RecordDraft draft =
            draft(enrolment, REVOKED)
                .detailed(
                    Json.of(
                        Map.of(
                            "event", Json.of(REVOKED),
                            "key", Json.of(enrolment.key().text()))));
        table.revoke(enrolment.team(), keyId, log.append(draft));
      } else if (revoked.isEmpty()) {
        left.put(keyId, enrolment);
      }
    });
    return left;
  }

  private static RecordDraft draft(Enrolment enrolment, String event) {
    return RecordDraft.of(
        StepType.ENROLMENT,
        enrolment.team(),
        enrolment.owner(),
        event.equals(ENROLLED) ? "root" : ACTOR);
  }

  private void mustBeRecorded(ReviewerKeyTable.Row row, Place place, String event) {
    try {
      AuditReader.Read read = reader.read(place.sequence());
      AuditRecord record = read.record();
      Map<String, Json> detail = new TreeMap<>(record.detail().members());
      if (read.leafHash().equals(place.leafHash())
          && record.type() == StepType.ENROLMENT
          && record.team().equals(row.team())
          && record.owner().equals(row.owner())
          && Json.of(event).equals(detail.get("event"))
          && Json.of(row.key()).equals(detail.get("key"))) {
        return;
      }
    } catch (Refusal refusal) {
      if (refusal.code() != Code.RECORD_NOT_FOUND) {
        throw refusal;
      }
    }
    throw new Refusal(
        Code.AUDIT_ROLLED_BACK, "the log does not hold what the row of a reviewer's key says");
  }

  /** Returns the enrolment of a key that counts, whatever the time. */
  Optional<Enrolment> find(String keyId) {
    return Optional.ofNullable(counting.get(keyId));
  }

  /** Returns every key that was ever enrolled: what old envelopes are checked with. */
  public List<VerificationKey> known() {
    return known;
  }

  private static Refusal invalid(String sentence) {
    return new Refusal(Code.CONFIG_INVALID, sentence);
  }
}
