package dev.glovebox.host.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glovebox.host.approval.Statement.Validity;
import dev.glovebox.host.audit.StepType;
import dev.glovebox.host.keys.StatementKey;
import dev.glovebox.host.keys.VerificationKey;
import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Refusal;
import dev.glovebox.host.store.Database;
import dev.glovebox.host.store.SharedPostgres;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
@ExtendWith(SharedPostgres.class)
final class ReviewerKeysTest {
  private final GateBench bench;

  ReviewerKeysTest(Database database, @TempDir Path folder) {
    this.bench = new GateBench(folder, database);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void recordsEachKeyOnceAndNotAgainAtTheNextStart() {
    int keys = bench.keyNames.size();
    assertThat(bench.records(StepType.ENROLMENT)).hasSize(keys);
    bench.host.restart();
    ReviewerKeys again =
        new ReviewerKeys(
            bench.database,
            bench.host.log(),
            bench.host.log().reader(),
            bench.policy(Set.of(), true));
    assertThat(bench.records(StepType.ENROLMENT)).hasSize(keys);
    VerificationKey rae = bench.verificationKey("rae");
    assertThat(again.find(rae.keyId()).map(Enrolment::owner)).contains(bench.owner("rae"));
    assertThat(again.known()).contains(rae);
  }

  @Test
  void recordsARevocationOnceAndStillKnowsTheKeyForOldEvidence() {
    String keyId = bench.verificationKey("rae").keyId();
    for (Set<String> revoked : List.of(Set.of(keyId), Set.of(keyId), Set.<String>of())) {
      ReviewerKeys keys = bench.keys(revoked);
      assertThat(keys.find(keyId)).isEmpty();
      assertThat(keys.known()).contains(bench.verificationKey("rae"));
    }
    assertThat(bench.records(StepType.ENROLMENT)).hasSize(bench.keyNames.size() + 1);
  }

  @Test
  void refusesAnEnrolmentThatTheRootDidNotSign() {
    StatementKey rae = bench.key("rae");
    refused(
        Code.CONFIG_INVALID, "not signed by the root", bench.enrolment("rae", rae, rae).bytes());
    StatementKey otherRoot =
        StatementKey.create(
            bench.folder.resolve("r2.key"), bench.origin() + "/root", new SecureRandom());
    refused(
        Code.CONFIG_INVALID,
        "not signed by the root",
        bench.enrolment("rae", rae, otherRoot).bytes());
  }

  @Test
  void refusesAnEnrolmentForAnotherHostAnotherTeamsOwnerOrTooLong() {
    VerificationKey key = bench.verificationKey("rae");
    Validity hour = bench.hour();
    refused(
        Code.CONFIG_INVALID,
        "another host",
        new Enrolment("glovebox-ffffffffffffffff", bench.team, bench.owner("rae"), key, hour)
            .signedBy(bench.root)
            .bytes());
    refused(
        Code.CONFIG_INVALID,
        "another team",
        new Enrolment(bench.origin(), bench.team, "other/rae", key, hour)
            .signedBy(bench.root)
            .bytes());
    long most = Enrolment.ENROLMENT_DAYS_MAX.toNanos() / 1_000;
    refused(
        Code.CONFIG_INVALID,
        "at most 400 days",
        new Enrolment(
                bench.origin(), bench.team, bench.owner("rae"), key, new Validity(0, most + 1))
            .signedBy(bench.root)
            .bytes());
    assertThat(
            Enrolment.read(
                    new Enrolment(
                            bench.origin(),
                            bench.team,
                            bench.owner("rae"),
                            key,
                            new Validity(0, most))
                        .signedBy(bench.root)
                        .bytes(),
                    bench.root.verificationKey())
                .key())
        .isEqualTo(key);
  }

  @Test
  void anApprovalIsNoEnrolment() {
    byte[] statement = bench.root.sign(Gate.PROMOTION.payloadType(), new byte[] {'{', '}'}).bytes();
    refused(Code.CONFIG_INVALID, "not an enrolment", statement);
  }

  @Test
  void refusesToStartOnARowThatTheLogDoesNotVouchFor() {
    bench.database.execute(
        "UPDATE reviewer_key SET owner = ? WHERE team = ? AND owner = ?",
        bench.owner("eve"),
        bench.team.value(),
        bench.owner("rae"));
    assertThatThrownBy(() -> bench.keys(Set.of()))
        .isInstanceOfSatisfying(
            Refusal.class, r -> assertThat(r.code()).isEqualTo(Code.AUDIT_ROLLED_BACK));
  }

  private void refused(Code code, String sentence, byte[] enrolment) {
    ApprovalPolicy policy = bench.policy(Set.of(), true);
    ApprovalPolicy altered =
        new ApprovalPolicy(
            policy.origin(),
            policy.environment(),
            Optional.of(bench.root.verificationKey()),
            List.of(enrolment),
            Set.of(),
            true);
    assertThatThrownBy(() ->
            new ReviewerKeys(bench.database, bench.host.log(), bench.host.log().reader(), altered))
        .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.code()).isEqualTo(code))
        .hasMessageContaining(sentence);
  }
}
