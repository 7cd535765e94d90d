package dev.glovebox.host.candidate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glovebox.host.TestHost;
import dev.glovebox.host.audit.StepType;
import dev.glovebox.host.identity.Caller;
import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Refusal;
import dev.glovebox.host.model.Sha256;
import dev.glovebox.host.model.UntrustedText;
import dev.glovebox.host.payload.Payload;
import dev.glovebox.host.store.Database;
import dev.glovebox.host.store.IdempotencyTable;
import dev.glovebox.host.store.SharedPostgres;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Where a candidate's manifest is kept, and that log and row say the same of it. */
@Timeout(60)
@ExtendWith(SharedPostgres.class)
final class CandidateManifestTest {
  private static final Sha256 RULES = Sha256.of(new byte[] {1});

  private final Database database;
  private final TestHost host;
  private final Caller ann = TestHost.agent(TestHost.newTeam(), "ann");
  private final StoredCandidates candidates;
  private final StoredReviewedArtifacts reviewed;

  CandidateManifestTest(Database database, @TempDir Path data) {
    this.database = database;
    this.host = new TestHost(data);
    StoredCandidates.Places places =
        new StoredCandidates.Places(
            database,
            new IdempotencyTable(database),
            host.payloads(),
            host.log(),
            host.log().reader());
    this.candidates =
        new StoredCandidates(
            places,
            host.clock()::nowMicros,
            TestHost::newId,
            CandidateManifestTest::analyze,
            CandidateManifestTest::prepare);
    this.reviewed =
        new StoredReviewedArtifacts(
            places, candidates.withdrawals(), CandidateManifestTest::prepare);
  }

  @AfterEach
  void close() {
    host.close();
  }

  private static Analysis.Answer analyze(String language, byte[] source) {
    return new Analysis.Answer.Analyzed(
        "python-core 1", RULES, List.of(), manifest(new String(source, UTF_8)));
  }

  private static Preparation.Answer prepare(String language, byte[] source) {
    return new Preparation.Answer.Prepared(source, 1, List.of(1));
  }

  private static StrategyManifest manifest(String text) {
    UntrustedText shown = new UntrustedText(text + "\u202e \0 \ud800");
    return new StrategyManifest(
        shown,
        List.of(new StrategyManifest.Parameter(shown, shown, shown)),
        List.of(new StrategyManifest.Order(shown, shown)),
        List.of(shown),
        List.of(shown),
        shown,
        List.of(shown),
        List.of(shown),
        0);
  }

  private Candidate submitted(String source) {
    return candidates.submit(
        ann,
        new Candidates.Submission(
            source.getBytes(UTF_8), "python", new UntrustedText("a.py"), true),
        "");
  }

  private static void refused(Code code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.code()).isEqualTo(code));
  }

  @Test
  void takesTheLanguagesThatThereAreAndNoOther() {
    byte[] source = "class A {}".getBytes(StandardCharsets.UTF_8);
    Candidates.Submission java =
        new Candidates.Submission(source, "java", new UntrustedText("A.java"), true);
    assertThat(candidates.submit(ann, java, "").language()).isEqualTo("java");
    Candidates.Submission other =
        new Candidates.Submission(source, "Java", new UntrustedText("A.java"), true);
    assertThatThrownBy(() -> candidates.submit(ann, other, ""))
        .hasMessageContaining("language: must be python or java");
  }

  @Test
  void isKeptWithTheCandidateAndNamedByTheRecordOfItsAnalysis() {
    Candidate candidate = submitted("x = 1");
    Sha256 hash = manifest("x = 1").hash();
    assertThat(candidate.manifest()).contains(hash);
    assertThat(analysisRecord())
        .contains("\"strategy_manifest\":\"" + Payload.uri(ann.team(), hash) + "\"");
    byte[] kept = reviewed.load(candidate.id()).manifest();
    assertThat(kept).isEqualTo(manifest("x = 1").bytes());
    assertThat(StrategyManifest.parse(kept).strategy().raw())
        .as("what cannot be JSON is replaced, the rest is kept")
        .isEqualTo("x = 1\u202e \0 \ufffd");
  }

  private String analysisRecord() {
    List<String> found = new ArrayList<>();
    host.log()
        .reader()
        .forEach(
            0,
            read -> {
              if (read.record().type() == StepType.ANALYSIS) {
                found.add(read.record().detail().text());
              }
            });
    return found.getLast();
  }

  @Test
  void aRowThatNamesAnotherThanTheLogIsFound() {
    Candidate one = submitted("x = 1");
    Candidate other = submitted("x = 2");
    assertThat(reviewed.load(other.id()).manifestHash()).isEqualTo(manifest("x = 2").hash());
    name(other, one.manifest().orElseThrow().hex());
    refused(Code.AUDIT_ROLLED_BACK, () -> reviewed.load(other.id()));
    refused(Code.AUDIT_ROLLED_BACK, () -> candidates.load(ann, other.id(), true));
  }

  private void name(Candidate candidate, String hash) {
    database.execute(
        "UPDATE candidate SET strategy_manifest = ? WHERE team = ? AND candidate_id = ?",
        hash,
        ann.team().value(),
        candidate.id().value());
  }
}
