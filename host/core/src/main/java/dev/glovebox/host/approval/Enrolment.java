package dev.glovebox.host.approval;

import dev.glovebox.host.approval.Statement.Validity;
import dev.glovebox.host.clock.UtcText;
import dev.glovebox.host.keys.Dsse;
import dev.glovebox.host.keys.StatementKey;
import dev.glovebox.host.keys.VerificationKey;
import dev.glovebox.host.model.Json;
import dev.glovebox.host.model.TeamId;
import java.time.Duration;
import java.util.Map;

/**
 * The offline root's word that a key is a reviewer's.
 *
 * @param owner accountable identity of the reviewer, {@code <team>/<name>}
 * @param validity when signatures of the key count
 */
public record Enrolment(
    String origin, TeamId team, String owner, VerificationKey key, Validity validity) {
  /** DSSE payload type: nothing else that the root signs passes for an enrolment. */
  public static final String PAYLOAD_TYPE = "application/vnd.glovebox.enrolment.v1+json";

  /** Longest time that a key may be enrolled for. */
  public static final Duration ENROLMENT_DAYS_MAX = Duration.ofDays(400);

  private static final int VERSION = 1;

  /** Signs this enrolment with the root's key. */
  public Dsse signedBy(StatementKey root) {
    return root.sign(
        PAYLOAD_TYPE,
        Json.of(
                Map.of(
                    "v", Json.of(VERSION),
                    "origin", Json.of(origin),
                    "team", Json.of(team.value()),
                    "owner", Json.of(owner),
                    "key", Json.of(key.text()),
                    "not_before", Json.of(UtcText.text(validity.notBeforeMicros())),
                    "expiry", Json.of(UtcText.text(validity.expiryMicros()))))
            .bytes());
  }

  /**
   * Reads an enrolment and checks who signed it.
   *
   * @throws IllegalArgumentException if it has another form or the root did not sign it
   */
  public static Enrolment read(byte[] envelope, VerificationKey root) {
    Dsse dsse = Dsse.parse(envelope);
    if (!dsse.payloadType().equals(PAYLOAD_TYPE)) {
      throw new IllegalArgumentException("not an enrolment");
    }
    if (!dsse.isSignedBy(root)) {
      throw new IllegalArgumentException("not signed by the root");
    }
    StatementFields fields = StatementFields.read(dsse.payload());
    if (fields.integer("v") != VERSION) {
      throw new IllegalArgumentException("v is " + VERSION);
    }
    Enrolment enrolment =
        new Enrolment(
            fields.text("origin"),
            new TeamId(fields.text("team")),
            fields.text("owner"),
            VerificationKey.parse(fields.text("key")),
            new Validity(
                UtcText.parse(fields.text("not_before")), UtcText.parse(fields.text("expiry"))));
    fields.mustBeRead();
    if (!enrolment.owner().startsWith(enrolment.team() + "/")) {
      throw new IllegalArgumentException("owner of another team");
    }
    if (!enrolment.validity().isWithin(ENROLMENT_DAYS_MAX)) {
      throw new IllegalArgumentException(
          "a key is enrolled for at most " + ENROLMENT_DAYS_MAX.toDays() + " days");
    }
    return enrolment;
  }
}
