package dev.glovebox.host.approval;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glovebox.host.TestHost;
import dev.glovebox.host.approval.Statement.Subject;
import dev.glovebox.host.audit.AuditRecord;
import dev.glovebox.host.audit.Refusals;
import dev.glovebox.host.audit.StepType;
import dev.glovebox.host.identity.Caller;
import dev.glovebox.host.model.CandidateId;
import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Json;
import dev.glovebox.host.model.Refusal;
import dev.glovebox.host.model.Sha256;
import dev.glovebox.host.store.Database;
import dev.glovebox.host.store.SharedPostgres;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What gate 2 asks further, what is recorded of refusals, and who may read what was kept. */
@Timeout(60)
@ExtendWith(SharedPostgres.class)
final class GateRecordsTest {
  private final GateBench bench;
  private final CandidateId candidate;
  private final Subject subject;

  GateRecordsTest(Database database, @TempDir Path folder) {
    this.bench = new GateBench(folder, database);
    this.candidate = bench.submitted("ann", "a = 1");
    this.subject = bench.subject(candidate);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void aGrantNeedsAPromotionAnOwnedAccountAndItsCurrency() {
    GrantTerms terms = bench.terms(subject);
    refused(Code.PROMOTION_MISSING, () -> bench.granted("rae", bench.grant("rae", subject, terms)));
    passes(bench.signed("rae", bench.promotion("rae", subject)));
    refused(
        Code.ACCOUNT_NOT_FOUND,
        () -> bench.granted("rae", bench.grant("rae", subject, account(terms, "none", "USD"))));
    refused(
        Code.CANDIDATE_NOT_OWNED,
        () -> bench.granted("rae", bench.grant("rae", subject, account(terms, "dans", "USD"))));
    refused(
        Code.APPROVAL_ACCOUNT_MISMATCH,
        () -> bench.granted("rae", bench.grant("rae", subject, account(terms, "paper-1", "EUR"))));
    assertThat(bench.granted("rob", bench.grant("rob", subject, terms)).resourceName())
        .startsWith("teams/" + bench.team + "/grants/grant-");
    AuditRecord record = bench.records(StepType.RUN_GRANT).getFirst();
    assertThat(record.text("runspec_hash")).contains(terms.runSpec().hex());
    assertThat(record.text("limits_hash")).contains(terms.limits().hex());
  }

  private GrantTerms account(GrantTerms terms, String id, String currency) {
    return new GrantTerms(
        terms.candidate(),
        terms.artifact(),
        terms.prepared(),
        terms.parameters(),
        "teams/" + bench.team + "/accounts/" + id,
        currency,
        terms.capital(),
        terms.instruments(),
        terms.mode(),
        terms.costs(),
        terms.limits(),
        terms.tierFloor(),
        terms.runSpec());
  }

  @Test
  void aRefusedEnvelopeChangesNothingAndIsRecorded() {
    long before = bench.host.log().reader().size();
    refused(Code.APPROVAL_MALFORMED, () -> promote("rae", new byte[] {1}));
    assertThat(bench.host.log().reader().size()).isEqualTo(before + 1);
    AuditRecord record = bench.records(StepType.SECURITY).getFirst();
    assertThat(record.owner()).isEqualTo(bench.owner("rae"));
    assertThat(record.detail().members())
        .containsEntry("code", Json.of("APPROVAL_MALFORMED"))
        .containsEntry("gate", Json.of("PROMOTION"));
    assertThat(bench.gates.list(bench.reviewer("rae"), 0, "").items()).isEmpty();
  }

  @Test
  void recordsNoMoreRefusalsThanTheLimitAndCountsTheRest() {
    for (int i = 0; i < Refusals.RECORDS_PER_WINDOW_MAX + 5; i++) {
      refused(Code.APPROVAL_MALFORMED, () -> promote("rae", new byte[] {1}));
    }
    assertThat(bench.records(StepType.SECURITY)).hasSize(Refusals.RECORDS_PER_WINDOW_MAX);
    refused(Code.APPROVAL_MALFORMED, () -> promote("rob", new byte[] {1}));
    bench.host.clock().advanceMicros(Refusals.WINDOW.toNanos() / 1_000);
    refused(Code.APPROVAL_MALFORMED, () -> promote("rae", new byte[] {1}));
    assertThat(bench.records(StepType.SECURITY).getLast().detail().members())
        .containsEntry("unrecorded_before", Json.of(5));
  }

  @Test
  void showsTheTeamsApprovalsAndNobodyElses() {
    Approval approval = bench.promoted("rae", bench.promotion("rae", subject));
    String id = approval.statement().id();
    assertThat(bench.gates.find(bench.agent("ann"), bench.team, Gate.PROMOTION, id).envelope())
        .isEqualTo(approval.envelope());
    assertThat(bench.gates.list(bench.agent("ann"), 0, "").items()).hasSize(1);
    Caller stranger = TestHost.agent(TestHost.newTeam(), "eve");
    refused(
        Code.APPROVAL_NOT_FOUND, () -> bench.gates.find(stranger, bench.team, Gate.PROMOTION, id));
    refused(
        Code.APPROVAL_NOT_FOUND,
        () -> bench.gates.find(bench.agent("ann"), bench.team, Gate.RUN_GRANT, id));
    assertThat(bench.gates.list(stranger, 0, "").items()).isEmpty();
    refused(
        Code.CANDIDATE_NOT_FOUND, () -> bench.gates.bundle(stranger, candidate, Optional.empty()));
  }

  @Test
  void aBundleHoldsEveryFileAndTheirHashes() {
    var files = bench.gates.bundle(bench.reviewer("rae"), candidate, Optional.empty());
    assertThat(files.keySet())
        .containsExactlyInAnyOrder(
            "manifest.json",
            "artifact",
            "prepared",
            "line_map.json",
            "findings.json",
            "strategy_manifest.json",
            "check.json");
    String manifest = new String(files.getOrDefault("manifest.json", new byte[0]), UTF_8);
    for (String name :
        List.of(
            "artifact", "prepared", "line_map.json", "findings.json", "strategy_manifest.json")) {
      assertThat(manifest).contains(Sha256.of(files.getOrDefault(name, new byte[0])).hex());
    }
    assertThat(manifest).contains(subject.check().orElseThrow().sha256().hex());
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
