package dev.glovebox.host.audit;

import dev.glovebox.host.keys.Dsse;
import dev.glovebox.host.keys.VerificationKey;
import dev.glovebox.host.model.CanonicalJson;
import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Json;
import dev.glovebox.host.model.Refusal;
import dev.glovebox.host.payload.Payload;
import dev.glovebox.host.payload.PayloadStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Checks offline that a reviewer whom the trust file names signed what a record of a gate says. The
 * host's word counts for nothing here: only the envelope does.
 */
final class ApprovalCheck {
  private static final Map<StepType, String> PAYLOAD_TYPES =
      Map.of(
          StepType.PROMOTION, "application/vnd.glovebox.promotion.v1+json",
          StepType.RUN_GRANT, "application/vnd.glovebox.run-grant.v1+json");

  private final String origin;
  private final PayloadStore store;
  private final boolean atHand;
  private final Map<String, VerificationKey> keys = new HashMap<>();
  private final List<Defect> defects = new ArrayList<>();
  private boolean skipped;

  /**
   * Prepares the check.
   *
   * @throws Refusal TRUST_INVALID if the trust file names what is no key
   */
  ApprovalCheck(String origin, Path payloads, List<String> reviewerKeys) {
    this.origin = origin;
    this.store = new PayloadStore(payloads);
    this.atHand = Files.isDirectory(payloads);
    for (String text : reviewerKeys) {
      try {
        VerificationKey key = VerificationKey.parse(text);
        keys.put(key.keyId(), key);
      } catch (IllegalArgumentException e) {
        throw new Refusal(Code.TRUST_INVALID, "reviewer_keys: " + e.getMessage());
      }
    }
  }

  void check(AuditRecord record, long offset) {
    String type = PAYLOAD_TYPES.get(record.type());
    if (type == null || Json.of("spent").equals(record.detail().members().get("event"))) {
      return;
    }
    if (keys.isEmpty() || !atHand) {
      skipped = true;
    } else if (!holds(record, type)) {
      defects.add(new Defect(Code.AUDIT_APPROVAL_INVALID, origin, record.sequence(), offset));
    }
  }

  private boolean holds(AuditRecord record, String type) {
    Optional<Payload.Address> address = record.text("input_payload_uri").flatMap(Payload::parse);
    if (address.isEmpty()) {
      return false;
    }
    byte[] bytes;
    try {
      bytes = store.read(address.get().team(), address.get().hash());
    } catch (Refusal refusal) {
      return true; // a missing or altered payload is a defect of its own, and reported as such
    }
    try {
      Dsse envelope = Dsse.parse(bytes);
      VerificationKey key = keys.get(envelope.keyId());
      return key != null
          && envelope.payloadType().equals(type)
          && envelope.isSignedBy(key)
          && says(record, CanonicalJson.parse(envelope.payload()));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** A genuine approval of something else is none of this. */
  private boolean says(AuditRecord record, Json statement) {
    return statement instanceof Json.Obj(var members)
        && Json.of(origin).equals(members.get("origin"))
        && Json.of(record.team().value()).equals(members.get("team"))
        && Json.of(record.owner()).equals(members.get("signer"))
        && same(members.get("id"), record.detail().members().get("approval_id"))
        && same(members.get("artifact_sha256"), record.fields().get("artifact_hash"))
        && same(members.get("prepared_sha256"), record.fields().get("prepared_hash"))
        && same(members.get("limits_sha256"), record.fields().get("limits_hash"))
        && same(members.get("runspec_sha256"), record.fields().get("runspec_hash"));
  }

  private static boolean same(
      @org.jspecify.annotations.Nullable Json one, @org.jspecify.annotations.Nullable Json other) {
    return one == null ? other == null : one.equals(other);
  }

  List<Defect> defects() {
    return List.copyOf(defects);
  }

  Optional<String> note() {
    return skipped
        ? Optional.of(
            "approvals were not checked: the trust file names no reviewer keys, or the payloads"
                + " are not at hand")
        : Optional.empty();
  }
}
