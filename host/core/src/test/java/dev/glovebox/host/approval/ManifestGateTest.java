package dev.glovebox.host.approval;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glovebox.host.approval.Statement.Subject;
import dev.glovebox.host.audit.StepType;
import dev.glovebox.host.candidate.Candidate;
import dev.glovebox.host.model.CandidateId;
import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Json;
import dev.glovebox.host.model.Refusal;
import dev.glovebox.host.store.Database;
import dev.glovebox.host.store.SharedPostgres;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What sources say of themselves at the gates, and what a reviewer may compare them with. */
@Timeout(60)
@ExtendWith(SharedPostgres.class)
final class ManifestGateTest {
  private final GateBench bench;
  private final CandidateId candidate;
  private final Subject subject;

  ManifestGateTest(Database database, @TempDir Path folder) {
    this.bench = new GateBench(folder, database);
    this.candidate = bench.submitted("ann", "a = 1");
    this.subject = bench.subject(candidate);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private static void refused(Code code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.code()).isEqualTo(code));
  }

  private void refusedPromotion(Code code, Subject altered) {
    refused(code, () -> promoted(altered));
  }

  private long promoted(Subject seen) {
    return bench.promoted("rae", bench.promotion("rae", seen)).sequence();
  }

  @Test
  void anotherManifestThanTheApprovedIsRefused() {
    Subject altered =
        new Subject(
            candidate,
            subject.artifact(),
            subject.prepared(),
            subject.findings(),
            subject.ruleSet(),
            GateBench.hash("other"),
            subject.check());
    refusedPromotion(Code.APPROVAL_MANIFEST_MISMATCH, altered);
    assertThat(promoted(subject)).isPositive();
    Statement grant = bench.grant("rae", altered, bench.terms(altered));
    refused(
        Code.APPROVAL_MANIFEST_MISMATCH,
        () -> bench.gates.grantRun(bench.reviewer("rae"), bench.signed("rae", grant)));
    assertThat(bench.granted("rae", bench.grant("rae", subject, bench.terms(subject))).sequence())
        .isPositive();
    assertThat(bench.records(StepType.PROMOTION).getFirst().detail().text())
        .contains("\"strategy_manifest_sha256\":\"" + subject.manifest() + "\"");
  }

  @Test
  void aManifestThatLeavesSomethingOutCannotBePromoted() {
    Subject cut = bench.subject(bench.submitted("ann", "a = 'long'"));
    refusedPromotion(Code.MANIFEST_INCOMPLETE, cut);
    assertThat(promoted(subject)).isPositive();
  }

  @Test
  void aBundleHoldsThePreviousAndTheLastApprovedCandidate() {
    assertThat(bundle(candidate)).doesNotContainKeys("previous", "approved");
    assertThat(promoted(subject)).isPositive();
    CandidateId second = bench.submitted("ann", "a = 2");
    CandidateId withdrawn = bench.submitted("ann", "a = 3");
    Candidate _ = bench.candidates.withdraw(bench.agent("ann"), withdrawn);
    CandidateId dans = bench.submitted("dan", "a = 4");
    CandidateId newest = bench.submitted("ann", "a = 5");
    CandidateId again = bench.submitted("ann", "a = 5");
    for (CandidateId id : List.of(newest, again)) {
      assertThat(text(bundle(id), "previous")).as("other bytes").isEqualTo("a = 3");
      assertThat(text(bundle(id), "approved")).isEqualTo("a = 1");
    }
    assertThat(text(bundle(newest), "manifest.json"))
        .contains(
            "\"previous\":\"" + withdrawn.resourceName(),
            "\"approved\":\"" + candidate.resourceName());
    assertThat(text(bundle(second), "previous")).isEqualTo("a = 1");
    assertThat(bundle(dans)).as("another owner").doesNotContainKeys("previous", "approved");
    assertThat(bench.promoted("rob", bench.promotion("rob", bench.subject(second)))).isNotNull();
    assertThat(text(bundle(newest), "approved")).as("the newest").isEqualTo("a = 2");
  }

  @Test
  void thatOneWasApprovedIsTheLogsWord() {
    CandidateId next = bench.submitted("ann", "a = 2");
    assertThat(promoted(subject)).isPositive();
    CandidateId unread = bench.submitted("ann", "a = 3");
    assertThat(text(bundle(next), "approved")).isEqualTo("a = 1");
    bench.database.execute(
        "UPDATE approval SET candidate_id = ? WHERE team = ?", unread.value(), bench.team.value());
    refused(Code.AUDIT_ROLLED_BACK, () -> bundle(next));
  }

  @Test
  void aStatementWithoutAManifestIsNoneWhetherHandedInOrKept() {
    Statement statement = bench.promotion("rae", subject);
    Map<String, Json> members = new TreeMap<>(StatementForm.json(statement).members());
    members.remove("strategy_manifest_sha256");
    byte[] older =
        bench.key("rae").sign(statement.gate().payloadType(), Json.of(members).bytes()).bytes();
    refused(Code.APPROVAL_MALFORMED, () -> bench.gates.promote(bench.reviewer("rae"), older));
    assertThat(promoted(subject)).isPositive();
    assertThat(bench.gates.list(bench.reviewer("rae"), 0, "").items()).hasSize(1);
    new ApprovalTable(bench.database)
        .insert(
            new ApprovalRecords(bench.host.log(), bench.host.log().reader())
                .accepted(statement, "k", bench.parts(true).envelopes().keep(bench.team, older)));
    refused(Code.APPROVAL_MALFORMED, () -> bench.gates.list(bench.reviewer("rae"), 0, ""));
  }

  private Map<String, byte[]> bundle(CandidateId id) {
    return bench.gates.bundle(bench.reviewer("rae"), id, Optional.empty());
  }

  private static String text(Map<String, byte[]> files, String name) {
    return new String(files.getOrDefault(name, new byte[0]), UTF_8);
  }
}
