package dev.glovebox.host.approval;

import dev.glovebox.host.approval.Statement.Validity;
import dev.glovebox.host.identity.Directory;
import dev.glovebox.host.keys.Dsse;
import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Refusal;
import java.util.Optional;

/**
 * Whether an envelope is an approval that counts here and now. Pure but for what it is given;
 * thread-safe. The same questions are asked when it is handed in and when a run starts.
 */
final class EnvelopeChecks {
  private final ApprovalPolicy policy;
  private final ReviewerKeys keys;
  private final Directory directory;

  EnvelopeChecks(ApprovalPolicy policy, ReviewerKeys keys, Directory directory) {
    this.policy = policy;
    this.keys = keys;
    this.directory = directory;
  }

  /** An envelope whose signature and statement hold. */
  record Opened(Dsse envelope, Statement statement) {}

  /**
   * Opens an envelope: form, key, signature, statement, place, signer, times, in this order.
   *
   * @param nowMicros wall time, microseconds since 1970-01-01T00:00:00Z
   * @throws Refusal a code of category GATE
   */
  Opened open(Gate gate, byte[] bytes, long nowMicros) {
    Dsse envelope = parse(bytes);
    Gate made =
        Gate.ofPayloadType(envelope.payloadType())
            .orElseThrow(() -> malformed("payloadType is of neither gate"));
    if (made != gate) {
      throw malformed("an approval of the other gate");
    }
    Optional<Enrolment> enrolled = keys.find(envelope.keyId());
    if (enrolled.isEmpty()) {
      throw new Refusal(
          Code.APPROVAL_KEY_UNKNOWN, "no enrolled key has this id, or it was revoked");
    }
    Enrolment enrolment = enrolled.get();
    if (!envelope.isSignedBy(enrolment.key())) {
      throw new Refusal(
          Code.APPROVAL_SIGNATURE_INVALID, "the statement was altered, or another key signed it");
    }
    Statement statement = read(gate, envelope);
    mustBeForThisHost(statement);
    if (!statement.scope().signer().equals(enrolment.owner())) {
      throw new Refusal(Code.APPROVAL_SIGNER_MISMATCH, "the key is of another person than signer");
    }
    mustCountNow(statement.validity(), nowMicros);
    mustStillReview(enrolment, nowMicros);
    return new Opened(envelope, statement);
  }

  private static Dsse parse(byte[] bytes) {
    try {
      return Dsse.parse(bytes);
    } catch (IllegalArgumentException e) {
      throw malformed(String.valueOf(e.getMessage()));
    }
  }

  /**
   * Reads the statement of an envelope.
   *
   * @throws Refusal APPROVAL_MALFORMED if it has another form, as one that an older build kept
   */
  static Statement read(Gate gate, Dsse envelope) {
    try {
      return StatementForm.read(gate, envelope.payload());
    } catch (IllegalArgumentException e) {
      throw malformed("statement: " + e.getMessage());
    }
  }

  private void mustBeForThisHost(Statement statement) {
    Statement.Scope scope = statement.scope();
    if (!scope.origin().equals(policy.origin().value())) {
      throw foreign("the approval is for another host");
    }
    if (scope.environment() != policy.environment()) {
      throw foreign("the approval is for another environment");
    }
    if (!scope.signer().startsWith(scope.team() + "/")) {
      throw foreign("the signer is of another team");
    }
  }

  private static void mustCountNow(Validity validity, long nowMicros) {
    if (!validity.isWithin(Validity.APPROVAL_DAYS_MAX)) {
      throw new Refusal(
          Code.APPROVAL_VALIDITY_EXCEEDED,
          "an approval counts for at most " + Validity.APPROVAL_DAYS_MAX.toDays() + " days");
    }
    if (nowMicros < validity.notBeforeMicros()) {
      throw new Refusal(Code.APPROVAL_NOT_YET_VALID, "not_before is still to come");
    }
    if (nowMicros >= validity.expiryMicros()) {
      throw new Refusal(Code.APPROVAL_EXPIRED, "expiry is over; have it signed anew");
    }
  }

  private void mustStillReview(Enrolment enrolment, long nowMicros) {
    boolean enrolled =
        nowMicros >= enrolment.validity().notBeforeMicros()
            && nowMicros < enrolment.validity().expiryMicros();
    if (!enrolled || !directory.isReviewer(enrolment.owner())) {
      throw new Refusal(
          Code.APPROVAL_KEY_UNKNOWN,
          "the key's enrolment is over, or its owner is no reviewer any more");
    }
  }

  /**
   * Refuses an approval by who wrote the candidate or answers for its author.
   *
   * @param author owner of the candidate
   */
  void mustBeIndependent(String signer, String author) {
    if (signer.equals(author)) {
      throw new Refusal(Code.APPROVAL_BY_AUTHOR, "who wrote a candidate cannot approve it");
    }
    if (directory.sponsorOf(author).equals(Optional.of(signer))) {
      throw new Refusal(
          Code.APPROVAL_BY_SPONSOR, "who answers for a candidate's author cannot approve it");
    }
  }

  private static Refusal malformed(String sentence) {
    return new Refusal(Code.APPROVAL_MALFORMED, sentence);
  }

  private static Refusal foreign(String sentence) {
    return new Refusal(Code.APPROVAL_FOREIGN, sentence);
  }
}
