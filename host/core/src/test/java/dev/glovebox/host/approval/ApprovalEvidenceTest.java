package dev.glovebox.host.approval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glovebox.host.TestHost;
import dev.glovebox.host.approval.Statement.Subject;
import dev.glovebox.host.audit.Evidence;
import dev.glovebox.host.audit.Receipt;
import dev.glovebox.host.audit.RecordDraft;
import dev.glovebox.host.audit.TrustFile;
import dev.glovebox.host.audit.Verification;
import dev.glovebox.host.audit.Verifier;
import dev.glovebox.host.keys.Dsse;
import dev.glovebox.host.model.CandidateId;
import dev.glovebox.host.model.Json;
import dev.glovebox.host.model.RunId;
import dev.glovebox.host.model.Sha256;
import dev.glovebox.host.payload.Payload;
import dev.glovebox.host.store.Database;
import dev.glovebox.host.store.SharedPostgres;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What an auditor finds in approvals, offline, with a host that holds its own keys and lies. */
@Timeout(60)
@ExtendWith(SharedPostgres.class)
final class ApprovalEvidenceTest {
  private final GateBench bench;
  private final CandidateId candidate;
  private final Subject subject;

  ApprovalEvidenceTest(Database database, @TempDir Path folder) {
    this.bench = new GateBench(folder, database);
    this.candidate = bench.submitted("ann", "a = 1");
    this.subject = bench.subject(candidate);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private Verification verified(List<String> reviewerKeys) {
    Path trust = bench.folder.resolve("trust.json");
    TrustFile file = bench.host.log().trust();
    new TrustFile(file.origin(), file.verificationKey(), file.checkpoint(), reviewerKeys)
        .write(trust);
    return Verifier.verify(
        List.of(bench.folder.resolve("audit")), Optional.of(trust), Optional.empty());
  }

  private List<String> keys() {
    return List.of(bench.verificationKey("rae").text(), bench.verificationKey("rob").text());
  }

  @Test
  void honestApprovalsAreVerifiedAndAForgottenKeyIsFound() {
    Approval promotion = bench.promoted("rae", bench.promotion("rae", subject));
    Approval grant = bench.granted("rob", bench.grant("rob", subject, bench.terms(subject)));
    RunAdmission.Admitted _ =
        bench.gates.admit(
            grant.statement().id(),
            bench.terms(subject),
            new RunId(bench.team, "run-" + TestHost.newId()));
    assertThat(verified(keys()).exitCode()).isZero();
    assertThat(verified(keys()).lines()).noneMatch(line -> line.contains("approvals"));
    assertThat(verified(List.of(keys().getLast())).lines())
        .anyMatch(line ->
            line.startsWith(
                "AUDIT_APPROVAL_INVALID " + bench.origin() + " " + promotion.sequence()));
    assertThat(verified(List.of(keys().getLast())).exitCode()).isEqualTo(1);
  }

  @Test
  void saysWhenItHasNoKeysToCheckWith() {
    Approval _ = bench.promoted("rae", bench.promotion("rae", subject));
    Verification verification = verified(List.of());
    assertThat(verification.exitCode()).isZero();
    assertThat(verification.lines()).anyMatch(line -> line.contains("approvals were not checked"));
  }

  @Test
  void aHostThatRecordsAnApprovalNobodySignedIsFound() {
    Statement statement = bench.promotion("rae", subject);
    Dsse good = Dsse.parse(bench.signed("rae", statement));
    byte[] forged = good.signature().clone();
    forged[5] ^= 1;
    forge(statement, new Dsse(good.payloadType(), good.payload(), good.keyId(), forged).bytes());
    assertThat(verified(keys()).lines())
        .anyMatch(line -> line.startsWith("AUDIT_APPROVAL_INVALID"));
  }

  @Test
  void aGenuineEnvelopeForAnotherCandidateOrGateIsFound() {
    Statement honest = bench.promotion("rae", subject);
    Subject other = bench.subject(bench.submitted("ann", "b = 2"));
    forge(bench.promotion("rae", other), bench.signed("rae", honest));
    assertThat(verified(keys()).exitCode()).isEqualTo(1);
  }

  @Test
  void anAlterationOfNothingIsNoDefect() {
    Statement statement = bench.promotion("rae", subject);
    forge(statement, bench.signed("rae", statement));
    assertThat(verified(keys()).exitCode()).isZero();
  }

  @Test
  void aGrantRecordWithoutAnEnvelopeIsFound() {
    Receipt _ =
        ((Evidence) bench.host.log())
            .append(
                RecordDraft.of(
                    Gate.RUN_GRANT.step(), bench.team, bench.owner("rae"), bench.owner("rae")));
    assertThat(verified(keys()).lines())
        .anyMatch(line -> line.startsWith("AUDIT_APPROVAL_INVALID"));
  }

  /** Records {@code envelope} as the approval {@code statement}, past every check of the gates. */
  private void forge(Statement statement, byte[] envelope) {
    Payload payload = bench.host.payloads().put(bench.team, envelope);
    Receipt _ =
        bench
            .host
            .log()
            .append(
                RecordDraft.of(
                        Gate.PROMOTION.step(),
                        bench.team,
                        statement.scope().signer(),
                        statement.scope().signer())
                    .with("artifact_hash", statement.subject().artifact())
                    .with("prepared_hash", statement.subject().prepared())
                    .with("input_hash", Sha256.of(envelope))
                    .with("input_payload_uri", Json.of(payload.uri()))
                    .detailed(
                        Json.of(
                            Map.of(
                                "event", Json.of("accepted"),
                                "approval_id", Json.of(statement.id())))));
  }
}
