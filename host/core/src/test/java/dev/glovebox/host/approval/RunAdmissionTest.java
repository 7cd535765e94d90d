package dev.glovebox.host.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glovebox.host.TestHost;
import dev.glovebox.host.approval.GrantTerms.GrantedInstrument;
import dev.glovebox.host.approval.Statement.Subject;
import dev.glovebox.host.approval.Statement.Validity;
import dev.glovebox.host.audit.StepType;
import dev.glovebox.host.candidate.Candidate;
import dev.glovebox.host.model.CandidateId;
import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Refusal;
import dev.glovebox.host.model.RunId;
import dev.glovebox.host.model.Sha256;
import dev.glovebox.host.store.Database;
import dev.glovebox.host.store.SharedPostgres;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What a run start is refused for; each refusal beside the start that is admitted. */
@Timeout(60)
@ExtendWith(SharedPostgres.class)
final class RunAdmissionTest {
  private static final int THREADS = 64;

  private final GateBench bench;
  private final CandidateId candidate;
  private final Subject subject;
  private final GrantTerms terms;

  RunAdmissionTest(Database database, @TempDir Path folder) {
    this.bench = new GateBench(folder, database);
    this.candidate = bench.submitted("ann", "a = 1");
    this.subject = bench.subject(candidate);
    this.terms = bench.terms(subject);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  /** Passes both gates and returns the grant's id. */
  private String granted() {
    Approval _ = bench.promoted("rae", bench.promotion("rae", subject));
    return grant();
  }

  private String grant() {
    return bench.granted("rob", bench.grant("rob", subject, terms)).statement().id();
  }

  private RunAdmission.Admitted admit(String grant, GrantTerms asked) {
    return bench.gates.admit(grant, asked, new RunId(bench.team, "run-" + TestHost.newId()));
  }

  @Test
  void admitsARunOfExactlyTheGrantedTerms() {
    Approval promotion = bench.promoted("rae", bench.promotion("rae", subject));
    String grant = grant();
    RunId run = new RunId(bench.team, "run-" + TestHost.newId());
    RunAdmission.Admitted admitted = bench.gates.admit(grant, terms, run);
    assertThat(admitted)
        .isEqualTo(
            new RunAdmission.Admitted(promotion.statement().id(), grant, bench.owner("rob")));
    assertThat(bench.gates.find(bench.agent("ann"), bench.team, Gate.RUN_GRANT, grant).spentBy())
        .contains(run);
    assertThat(bench.records(StepType.SECURITY)).isEmpty();
  }

  @Test
  void asksForGate1ThenForGate2() {
    refused(Code.PROMOTION_MISSING, "");
    String grant = granted();
    refused(Code.RUN_GRANT_MISSING, "");
    refused(Code.RUN_GRANT_MISSING, "grant-" + "0".repeat(32));
    refused(Code.RUN_GRANT_MISSING, "prom-' OR 1=1");
    admitted(grant);
    assertThat(bench.records(StepType.SECURITY)).hasSize(4);
  }

  @Test
  void aStateInARowPermitsNothing() {
    bench.database.execute(
        "UPDATE candidate SET state = 'PROMOTED' WHERE team = ?", bench.team.value());
    refused(Code.PROMOTION_MISSING, "");
    String grant = granted();
    bench.database.execute(
        "UPDATE candidate SET state = 'SUBMITTED' WHERE team = ?", bench.team.value());
    admitted(grant);
  }

  @Test
  void aForgedRowIsRolledBack() {
    bench.database.execute(
        """
        INSERT INTO approval (team, approval_id, gate, candidate_id, envelope, recorded_at,
                              log_seq, leaf_hash)
        VALUES (?, ?, 'PROMOTION', ?, ?, now(), 0, ?)
        """,
        bench.team.value(),
        bench.newId(Gate.PROMOTION),
        candidate.value(),
        GateBench.hash("x").hex(),
        GateBench.hash("y").hex());
    Approval _ = bench.promoted("rae", bench.promotion("rae", subject));
    String grant = grant();
    bench.database.execute("UPDATE approval SET log_seq = 0 WHERE approval_id = ?", grant);
    refused(Code.AUDIT_ROLLED_BACK, grant);
    admitted(grant());
  }

  @Test
  void aRowMovedToAnotherCandidateIsRolledBack() {
    CandidateId other = bench.submitted("ann", "z = 9");
    Approval _ = bench.promoted("rae", bench.promotion("rae", subject));
    bench.database.execute(
        "UPDATE approval SET candidate_id = ? WHERE team = ?", other.value(), bench.team.value());
    Subject moved = bench.subject(other);
    refused(
        Code.AUDIT_ROLLED_BACK,
        () -> bench.granted("rob", bench.grant("rob", moved, bench.terms(moved))));
  }

  @Test
  void alteredBytesOfAnEnvelopeAreRefusedAtTheStart() throws Exception {
    String grant = granted();
    Approval kept = bench.gates.find(bench.agent("ann"), bench.team, Gate.RUN_GRANT, grant);
    Path file = bench.host.payloads().path(bench.team, Sha256.of(kept.envelope()));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    byte[] altered = kept.envelope().clone();
    altered[20] ^= 1;
    Files.write(file, altered);
    refused(Code.AUDIT_PAYLOAD_MISMATCH, grant);
    Files.write(file, kept.envelope());
    admitted(grant);
  }

  @Test
  void otherTermsThanTheGrantedAreRefusedPartByPart() {
    String grant = granted();
    Sha256 other = GateBench.hash("other");
    CandidateId another = bench.submitted("ann", "b = 2");
    Approval _ = bench.promoted("rae", bench.promotion("rae", bench.subject(another)));
    GrantTerms t = terms;
    refusedTerms(Code.APPROVAL_ARTIFACT_MISMATCH, grant, w -> w.candidate = another);
    refusedTerms(Code.APPROVAL_ARTIFACT_MISMATCH, grant, w -> w.artifact = other);
    refusedTerms(Code.APPROVAL_PREPARED_MISMATCH, grant, w -> w.prepared = other);
    refusedTerms(Code.APPROVAL_PARAMETERS_MISMATCH, grant, w -> w.parameters = other);
    refusedTerms(
        Code.APPROVAL_ACCOUNT_MISMATCH, grant, w -> w.account = t.account().replace("1", "2"));
    refusedTerms(Code.APPROVAL_ACCOUNT_MISMATCH, grant, w -> w.currency = "EUR");
    refusedTerms(
        Code.APPROVAL_ACCOUNT_MISMATCH, grant, w -> w.capital = new BigDecimal("10000.01"));
    GrantedInstrument one = t.instruments().getFirst();
    refusedInstrument(
        grant, new GrantedInstrument("ETH", 300, "USD", one.tick(), one.lot(), one.multiplier()));
    refusedInstrument(
        grant, new GrantedInstrument("BTCUSD", 60, "USD", one.tick(), one.lot(), one.multiplier()));
    refusedInstrument(
        grant,
        new GrantedInstrument("BTCUSD", 300, "USD", BigDecimal.ONE, one.lot(), one.multiplier()));
    refusedTerms(Code.APPROVAL_INSTRUMENTS_MISMATCH, grant, w -> w.instruments = List.of(one, one));
    refusedTerms(Code.APPROVAL_MODE_MISMATCH, grant, w -> w.mode = "LIVE");
    refusedTerms(Code.APPROVAL_COSTS_MISMATCH, grant, w -> w.costs = other);
    refusedTerms(Code.APPROVAL_LIMITS_MISMATCH, grant, w -> w.limits = other);
    refusedTerms(Code.APPROVAL_TIER_MISMATCH, grant, w -> w.tierFloor = "bwrap");
    refusedTerms(Code.APPROVAL_SPEC_MISMATCH, grant, w -> w.runSpec = other);
    // Scale is no part of an amount.
    assertThat(admit(grant, altered(w -> w.capital = new BigDecimal("10000.00"))).grantId())
        .isEqualTo(grant);
  }

  private void refusedInstrument(String grant, GrantedInstrument instrument) {
    refusedTerms(
        Code.APPROVAL_INSTRUMENTS_MISMATCH, grant, w -> w.instruments = List.of(instrument));
  }

  @Test
  void anotherCandidatesBytesUnderTheSameNameAreRefused() {
    String grant = granted();
    bench.database.execute(
        "UPDATE candidate SET artifact = ? WHERE candidate_id = ?",
        GateBench.hash("x").hex(),
        candidate.value());
    refused(Code.AUDIT_ROLLED_BACK, grant);
  }

  @Test
  void bothApprovalsMustCountWhenTheRunStarts() {
    long now = bench.now();
    Validity hour = bench.hour();
    Validity two = new Validity(now, now + 2 * GateBench.HOUR_MICROS);
    Approval _ = bench.promoted("rae", promotion(hour));
    String longer =
        bench
            .granted(
                "rob",
                new Statement(
                    Gate.RUN_GRANT,
                    bench.newId(Gate.RUN_GRANT),
                    bench.scope("rob"),
                    subject,
                    two,
                    Optional.of(terms)))
            .statement()
            .id();
    String shorter = grant();
    bench.host.clock().advanceMicros(GateBench.HOUR_MICROS);
    refused(Code.APPROVAL_EXPIRED, shorter);
    refused(Code.APPROVAL_EXPIRED, longer); // the promotion is over
    Approval _ =
        bench.promoted(
            "rae", promotion(new Validity(bench.now(), bench.now() + GateBench.HOUR_MICROS)));
    refused(Code.APPROVAL_EXPIRED, shorter);
    admitted(longer);
  }

  private Statement promotion(Validity validity) {
    return new Statement(
        Gate.PROMOTION,
        bench.newId(Gate.PROMOTION),
        bench.scope("rae"),
        subject,
        validity,
        Optional.empty());
  }

  @Test
  void aKeyRevokedAfterTheGrantEndsIt() {
    String grant = granted();
    bench.gates = bench.open(Set.of(bench.verificationKey("rob").keyId()));
    refused(Code.APPROVAL_KEY_UNKNOWN, grant);
  }

  @Test
  void aWithdrawnCandidatesGrantsAreDeadWhateverItsRowSays() {
    String grant = granted();
    List<CandidateId> told = new ArrayList<>();
    bench.candidates.withdrawals().tell((_, id) -> told.add(id));
    Candidate _ = bench.candidates.withdraw(bench.agent("ann"), candidate);
    assertThat(told).containsExactly(candidate);
    assertThat(bench.candidates.withdrawals().contains(candidate)).isTrue();
    refused(Code.CANDIDATE_WITHDRAWN, grant);
    bench.database.execute(
        "UPDATE candidate SET state = 'PROMOTED' WHERE candidate_id = ?", candidate.value());
    refused(Code.CANDIDATE_WITHDRAWN, grant);
  }

  @Test
  void aGrantStartsOneRunWhateverBecomesOfItsRow() {
    String grant = granted();
    admitted(grant);
    refused(Code.RUN_GRANT_SPENT, grant);
    bench.database.execute("UPDATE approval SET spent_by = NULL WHERE approval_id = ?", grant);
    refused(Code.RUN_GRANT_SPENT, grant);
    bench.gates = bench.open(Set.of());
    refused(Code.RUN_GRANT_SPENT, grant);
    bench.database.execute("DELETE FROM approval WHERE approval_id = ?", grant);
    bench.gates = bench.open(Set.of());
    refused(Code.RUN_GRANT_SPENT, grant);
    admitted(grant());
  }

  @Test
  void ofManyStartsOnOneGrantExactlyOneIsAdmitted() throws Exception {
    String grant = granted();
    List<Callable<Code>> starts = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      starts.add(() -> {
        try {
          RunAdmission.Admitted _ = admit(grant, terms);
          return Code.OK;
        } catch (Refusal refusal) {
          return refusal.code();
        }
      });
    }
    List<Code> answers = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
      for (Future<Code> answer : threads.invokeAll(starts)) {
        answers.add(answer.get());
      }
    } catch (ExecutionException e) {
      throw new AssertionError(e);
    }
    assertThat(answers).filteredOn(Code.OK::equals).hasSize(1);
    assertThat(answers).filteredOn(Code.RUN_GRANT_SPENT::equals).hasSize(THREADS - 1);
    assertThat(bench.records(StepType.RUN_GRANT)).hasSize(2); // accepted once, spent once
  }

  /** The terms, to be altered. */
  private static final class Altered {
    CandidateId candidate;
    Sha256 artifact;
    Sha256 prepared;
    Sha256 parameters;
    String account;
    String currency;
    BigDecimal capital;
    List<GrantedInstrument> instruments;
    String mode;
    Sha256 costs;
    Sha256 limits;
    String tierFloor;
    Sha256 runSpec;

    Altered(GrantTerms t) {
      candidate = t.candidate();
      artifact = t.artifact();
      prepared = t.prepared();
      parameters = t.parameters();
      account = t.account();
      currency = t.currency();
      capital = t.capital();
      instruments = t.instruments();
      mode = t.mode();
      costs = t.costs();
      limits = t.limits();
      tierFloor = t.tierFloor();
      runSpec = t.runSpec();
    }

    GrantTerms terms() {
      return new GrantTerms(
          candidate,
          artifact,
          prepared,
          parameters,
          account,
          currency,
          capital,
          instruments,
          mode,
          costs,
          limits,
          tierFloor,
          runSpec);
    }
  }

  private interface Change {
    void to(Altered terms);
  }

  private GrantTerms altered(Change change) {
    Altered altered = new Altered(terms);
    change.to(altered);
    return altered.terms();
  }

  private void refusedTerms(Code code, String grant, Change change) {
    refused(code, () -> admit(grant, altered(change)));
  }

  private void admitted(String grant) {
    assertThat(admit(grant, terms).grantId()).isEqualTo(grant);
  }

  private void refused(Code code, String grant) {
    refused(code, () -> admit(grant, terms));
  }

  private static void refused(Code code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.code()).isEqualTo(code));
  }
}
