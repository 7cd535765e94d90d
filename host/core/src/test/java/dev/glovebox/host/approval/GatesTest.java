package dev.glovebox.host.approval;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glovebox.host.TestHost;
import dev.glovebox.host.approval.Statement.Scope;
import dev.glovebox.host.approval.Statement.SeenCheck;
import dev.glovebox.host.approval.Statement.SeenCheckpoint;
import dev.glovebox.host.approval.Statement.Subject;
import dev.glovebox.host.approval.Statement.Validity;
import dev.glovebox.host.audit.AuditRecord;
import dev.glovebox.host.audit.Environment;
import dev.glovebox.host.audit.StepType;
import dev.glovebox.host.candidate.Candidate;
import dev.glovebox.host.candidate.CheckReport;
import dev.glovebox.host.identity.Caller;
import dev.glovebox.host.keys.Dsse;
import dev.glovebox.host.keys.StatementKey;
import dev.glovebox.host.model.CandidateId;
import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Refusal;
import dev.glovebox.host.model.Sha256;
import dev.glovebox.host.model.TeamId;
import dev.glovebox.host.store.Database;
import dev.glovebox.host.store.SharedPostgres;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What either gate refuses when an envelope is handed in; each refusal beside what passes. */
@Timeout(60)
@ExtendWith(SharedPostgres.class)
final class GatesTest {
  private final GateBench bench;
  private final CandidateId candidate;
  private final Subject subject;

  GatesTest(Database database, @TempDir Path folder) {
    this.bench = new GateBench(folder, database);
    this.candidate = bench.submitted("ann", "a = 1");
    this.subject = bench.subject(candidate);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void takesAnHonestPromotionAndRecordsIt() {
    Statement statement = bench.promotion("rae", subject);
    Approval approval = bench.promoted("rae", statement);
    assertThat(approval.resourceName())
        .isEqualTo("teams/" + bench.team + "/promotions/" + statement.id());
    assertThat(approval.statement()).isEqualTo(statement);
    AuditRecord record = bench.records(StepType.PROMOTION).getFirst();
    assertThat(record.sequence()).isEqualTo(approval.sequence());
    assertThat(record.owner()).isEqualTo(bench.owner("rae"));
    assertThat(record.text("input_hash")).contains(Sha256.of(approval.envelope()).hex());
    assertThat(bench.candidates.find(bench.agent("ann"), candidate).state())
        .isEqualTo(Candidate.State.PROMOTED);
    assertThat(bench.records(StepType.SECURITY)).isEmpty();
  }

  @Test
  void anAgentsIdentityCannotPromoteEvenWithAReviewersKey() {
    byte[] envelope = bench.signed("rae", bench.promotion("rae", subject));
    refused(Code.PERMISSION_DENIED, () -> bench.gates.promote(bench.agent("ann"), envelope));
    passes(envelope);
  }

  @Test
  void anotherReviewersCertificateCannotHandItIn() {
    byte[] envelope = bench.signed("rae", bench.promotion("rae", subject));
    refused(
        Code.APPROVAL_SIGNER_MISMATCH, () -> bench.gates.promote(bench.reviewer("rob"), envelope));
    passes(envelope);
  }

  @Test
  void aKeyOfAnotherPersonThanTheSignerIsRefused() {
    Statement statement = bench.promotion("rae", subject);
    refused(Code.APPROVAL_SIGNER_MISMATCH, () -> promote("rae", bench.signed("rob", statement)));
    passes(bench.signed("rae", statement));
  }

  @Test
  void theAuthorCannotPromoteButMayPromoteOthers() {
    CandidateId dans = bench.submitted("dan", "b = 2");
    Statement own = bench.promotion("dan", bench.subject(dans));
    refused(Code.APPROVAL_BY_AUTHOR, () -> promote("dan", bench.signed("dan", own)));
    assertThat(bench.promoted("dan", bench.promotion("dan", subject)).sequence()).isPositive();
  }

  @Test
  void theSponsorCannotPromoteButMayPromoteOthers() {
    Statement sponsored = bench.promotion("sam", subject);
    refused(Code.APPROVAL_BY_SPONSOR, () -> promote("sam", bench.signed("sam", sponsored)));
    CandidateId dans = bench.submitted("dan", "b = 2");
    Statement other = bench.promotion("sam", bench.subject(dans));
    assertThat(bench.promoted("sam", other).sequence()).isPositive();
  }

  @Test
  void anAlteredEnvelopeIsRefused() {
    Statement statement = bench.promotion("rae", subject);
    Dsse good = Dsse.parse(bench.signed("rae", statement));
    String altered = new String(good.payload(), UTF_8).replace("\"development\"", "\"production\"");
    refused(
        Code.APPROVAL_SIGNATURE_INVALID,
        () ->
            promote(
                "rae",
                new Dsse(
                        good.payloadType(), altered.getBytes(UTF_8), good.keyId(), good.signature())
                    .bytes()));
    byte[] signature = good.signature().clone();
    signature[0] ^= 1;
    refused(
        Code.APPROVAL_SIGNATURE_INVALID,
        () ->
            promote(
                "rae",
                new Dsse(good.payloadType(), good.payload(), good.keyId(), signature).bytes()));
    passes(good.bytes());
  }

  @Test
  void anEnvelopeOfTheOtherGateIsRefused() {
    Statement grant = bench.grant("rae", subject, bench.terms(subject));
    refused(Code.APPROVAL_MALFORMED, () -> promote("rae", bench.signed("rae", grant)));
    Statement promotion = bench.promotion("rae", subject);
    refused(
        Code.APPROVAL_MALFORMED,
        () -> bench.gates.grantRun(bench.reviewer("rae"), bench.signed("rae", promotion)));
    // Signed under the other gate's type, the statement lacks or has too many members.
    byte[] disguised =
        bench
            .key("rae")
            .sign(Gate.PROMOTION.payloadType(), StatementForm.json(grant).bytes())
            .bytes();
    refused(Code.APPROVAL_MALFORMED, () -> promote("rae", disguised));
  }

  @Test
  void nonsenseIsMalformed() {
    refused(Code.APPROVAL_MALFORMED, () -> promote("rae", new byte[0]));
    refused(Code.APPROVAL_MALFORMED, () -> promote("rae", new byte[Dsse.ENVELOPE_BYTES_MAX + 1]));
    byte[] foreignType = bench.key("rae").sign("text/plain", new byte[0]).bytes();
    refused(Code.APPROVAL_MALFORMED, () -> promote("rae", foreignType));
  }

  @Test
  void aKeyThatNobodyEnrolledIsUnknown() {
    StatementKey stranger =
        StatementKey.create(
            bench.folder.resolve("stranger.key"), bench.origin() + "/rae", new SecureRandom());
    Statement statement = bench.promotion("rae", subject);
    byte[] envelope =
        stranger.sign(Gate.PROMOTION.payloadType(), StatementForm.json(statement).bytes()).bytes();
    refused(Code.APPROVAL_KEY_UNKNOWN, () -> promote("rae", envelope));
    passes(bench.signed("rae", statement));
  }

  @Test
  void aRevokedKeyIsUnknownForEver() {
    String keyId = bench.verificationKey("rae").keyId();
    bench.gates = bench.open(Set.of(keyId));
    byte[] envelope = bench.signed("rae", bench.promotion("rae", subject));
    refused(Code.APPROVAL_KEY_UNKNOWN, () -> promote("rae", envelope));
    bench.gates = bench.open(Set.of());
    refused(Code.APPROVAL_KEY_UNKNOWN, () -> promote("rae", envelope));
    assertThat(bench.promoted("rob", bench.promotion("rob", subject)).sequence()).isPositive();
  }

  @Test
  void anEnrolledKeyWhoseOwnerReviewsNoMoreIsUnknown() {
    refused(
        Code.APPROVAL_KEY_UNKNOWN,
        () ->
            bench.gates.promote(
                bench.reviewer("ann"), bench.signed("ann", bench.promotion("ann", subject))));
  }

  @Test
  void aForeignEnvelopeIsRefused() {
    Statement good = bench.promotion("rae", subject);
    Scope scope = good.scope();
    for (Scope foreign :
        List.of(
            new Scope(
                "glovebox-ffffffffffffffff",
                scope.environment(),
                scope.team(),
                scope.signer(),
                scope.seen()),
            new Scope(
                scope.origin(),
                Environment.PRODUCTION,
                scope.team(),
                scope.signer(),
                scope.seen()))) {
      Statement statement =
          new Statement(
              good.gate(), good.id(), foreign, subject, good.validity(), Optional.empty());
      refused(Code.APPROVAL_FOREIGN, () -> promote("rae", bench.signed("rae", statement)));
    }
    TeamId other = TestHost.newTeam();
    Caller stranger = new Caller(other, other + "/rae", bench.reviewer("rae").roles());
    refused(Code.APPROVAL_FOREIGN, () -> bench.gates.promote(stranger, bench.signed("rae", good)));
    passes(bench.signed("rae", good));
  }

  @Test
  void countsFromNotBeforeAndUntilJustBeforeExpiry() {
    long now = bench.now();
    byte[] early = signed(new Validity(now + 1, now + 10));
    refused(Code.APPROVAL_NOT_YET_VALID, () -> promote("rae", early));
    byte[] late = signed(new Validity(now - 10, now));
    refused(Code.APPROVAL_EXPIRED, () -> promote("rae", late));
    passes(signed(new Validity(now - 10, now + 1)));
    bench.host.clock().advanceMicros(1);
    passes(early);
  }

  @Test
  void countsForThirtyDaysAndNotForAMicrosecondMore() {
    long most = Validity.APPROVAL_DAYS_MAX.toNanos() / 1_000;
    assertThat(Validity.APPROVAL_DAYS_MAX.toDays()).isEqualTo(30);
    byte[] longer = signed(new Validity(bench.now(), bench.now() + most + 1));
    refused(Code.APPROVAL_VALIDITY_EXCEEDED, () -> promote("rae", longer));
    passes(signed(new Validity(bench.now(), bench.now() + most)));
  }

  private byte[] signed(Validity validity) {
    return bench.signed("rae", promotion(subject, validity));
  }

  private Statement promotion(Subject seen, Validity validity) {
    return new Statement(
        Gate.PROMOTION,
        bench.newId(Gate.PROMOTION),
        bench.scope("rae"),
        seen,
        validity,
        Optional.empty());
  }

  @Test
  void anIdCountsOnceWhateverBecomesOfItsRow() {
    byte[] envelope = bench.signed("rae", bench.promotion("rae", subject));
    passes(envelope);
    refused(Code.APPROVAL_REUSED, () -> promote("rae", envelope));
    bench.database.execute("DELETE FROM approval WHERE team = ?", bench.team.value());
    refused(Code.APPROVAL_REUSED, () -> promote("rae", envelope));
    bench.gates = bench.open(Set.of());
    refused(Code.APPROVAL_REUSED, () -> promote("rae", envelope));
  }

  @Test
  void otherBytesThanTheApprovedAreRefusedPartByPart() {
    Sha256 other = GateBench.hash("other");
    CheckReport newer = bench.checked(candidate);
    refusedSubject(Code.APPROVAL_ARTIFACT_MISMATCH, with(other, null, null, null));
    refusedSubject(Code.APPROVAL_PREPARED_MISMATCH, with(null, other, null, null));
    refusedSubject(Code.APPROVAL_ANALYSIS_MISMATCH, with(null, null, other, null));
    refusedSubject(Code.APPROVAL_ANALYSIS_MISMATCH, with(null, null, null, other));
    refusedSubject(
        Code.APPROVAL_CHECK_MISMATCH, withCheck(Optional.of(new SeenCheck(newer.id(), other))));
    refusedSubject(Code.CHECK_MISSING, withCheck(Optional.empty()));
    CandidateId another = bench.submitted("ann", "c = 3");
    CheckReport foreign = bench.checked(another);
    refusedSubject(
        Code.APPROVAL_CHECK_MISMATCH,
        withCheck(Optional.of(new SeenCheck(foreign.id(), foreign.hash()))));
    passes(bench.signed("rae", bench.promotion("rae", subject)));
  }

  private void refusedSubject(Code code, Subject altered) {
    refused(code, () -> promote("rae", bench.signed("rae", promotion(altered, bench.hour()))));
  }

  private Subject with(
      @org.jspecify.annotations.Nullable Sha256 artifact,
      @org.jspecify.annotations.Nullable Sha256 prepared,
      @org.jspecify.annotations.Nullable Sha256 findings,
      @org.jspecify.annotations.Nullable Sha256 rules) {
    return new Subject(
        candidate,
        artifact == null ? subject.artifact() : artifact,
        prepared == null ? subject.prepared() : prepared,
        findings == null ? subject.findings() : findings,
        rules == null ? subject.ruleSet() : rules,
        subject.manifest(),
        subject.check());
  }

  private Subject withCheck(Optional<SeenCheck> check) {
    return new Subject(
        candidate,
        subject.artifact(),
        subject.prepared(),
        subject.findings(),
        subject.ruleSet(),
        subject.manifest(),
        check);
  }

  @Test
  void aHostMayLetAPromotionDoWithoutHonestyChecks() {
    byte[] envelope = bench.signed("rae", promotion(withCheck(Optional.empty()), bench.hour()));
    refused(Code.CHECK_MISSING, () -> promote("rae", envelope));
    bench.gates = new StoredApprovals(bench.parts(false), bench.keys(Set.of()));
    passes(envelope);
  }

  @Test
  void aSecondPreparationMustGiveTheSame() {
    byte[] envelope = bench.signed("rae", bench.promotion("rae", subject));
    bench.suffix = " of another build";
    refused(Code.APPROVAL_PREPARED_MISMATCH, () -> promote("rae", envelope));
    bench.suffix = "";
    passes(envelope);
  }

  @Test
  void aFlaggedOrWithdrawnOrUnknownCandidateIsNotPromoted() {
    CandidateId flagged = bench.submitted("ann", "eval");
    refused(
        Code.CANDIDATE_FLAGGED,
        () -> bench.promoted("rae", bench.promotion("rae", bench.subject(flagged))));
    Statement statement = bench.promotion("rae", subject);
    Candidate _ = bench.candidates.withdraw(bench.agent("ann"), candidate);
    refused(Code.CANDIDATE_WITHDRAWN, () -> bench.promoted("rae", statement));
    Subject unknown =
        new Subject(
            new CandidateId(bench.team, "cand-00000000"),
            subject.artifact(),
            subject.prepared(),
            subject.findings(),
            subject.ruleSet(),
            subject.manifest(),
            subject.check());
    refusedSubject(Code.CANDIDATE_NOT_FOUND, unknown);
  }

  @Test
  void aReviewerWhoSawMoreOfTheLogThanThereIsTellsOfARollback() {
    Scope scope = bench.scope("rae");
    Scope ahead =
        new Scope(
            scope.origin(),
            scope.environment(),
            scope.team(),
            scope.signer(),
            new SeenCheckpoint(bench.host.log().reader().size() + 100, scope.seen().root()));
    Statement statement =
        new Statement(
            Gate.PROMOTION,
            bench.newId(Gate.PROMOTION),
            ahead,
            subject,
            bench.hour(),
            Optional.empty());
    refused(Code.AUDIT_ROLLED_BACK, () -> bench.promoted("rae", statement));
    passes(bench.signed("rae", bench.promotion("rae", subject)));
  }

  private void passes(byte[] envelope) {
    assertThat(promote("rae", envelope).sequence()).isPositive();
  }

  private Approval promote(String reviewer, byte[] envelope) {
    return bench.gates.promote(bench.reviewer(reviewer), envelope);
  }

  private static void refused(Code code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.code()).isEqualTo(code));
  }
}
