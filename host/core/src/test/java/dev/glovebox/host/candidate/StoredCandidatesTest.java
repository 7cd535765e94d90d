package dev.glovebox.host.candidate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glovebox.host.TestHost;
import dev.glovebox.host.audit.AuditRecord;
import dev.glovebox.host.audit.StepType;
import dev.glovebox.host.identity.Caller;
import dev.glovebox.host.model.CandidateId;
import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Page;
import dev.glovebox.host.model.Refusal;
import dev.glovebox.host.model.Sha256;
import dev.glovebox.host.model.UntrustedText;
import dev.glovebox.host.store.Database;
import dev.glovebox.host.store.IdempotencyTable;
import dev.glovebox.host.store.SharedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
@ExtendWith(SharedPostgres.class)
class StoredCandidatesTest {
  private static final Sha256 RULES = Sha256.of(new byte[] {1});

  private final Database database;
  private final TestHost host;
  private final Caller ann = TestHost.agent(TestHost.newTeam(), "ann");
  private final StoredCandidates candidates;

  StoredCandidatesTest(Database database, @TempDir Path data) {
    this.database = database;
    this.host = new TestHost(data);
    this.candidates = open(StoredCandidatesTest::analyze, StoredCandidatesTest::prepare);
  }

  @AfterEach
  void close() {
    host.close();
  }

  private StoredCandidates open(Analysis analysis, Preparation preparation) {
    return new StoredCandidates(
        new StoredCandidates.Places(
            database,
            new IdempotencyTable(database),
            host.payloads(),
            host.log(),
            host.log().reader()),
        host.clock()::nowMicros,
        TestHost::newId,
        analysis,
        preparation);
  }

  /** Flags what holds "eval", crashes on "crash analysis". */
  private static Analysis.Answer analyze(String language, byte[] source) {
    String text = new String(source, StandardCharsets.UTF_8);
    if (text.contains("crash analysis")) {
      return new Analysis.Answer.Failed("analysis ended without an answer");
    }
    List<Candidate.Finding> findings =
        text.contains("eval")
            ? List.of(
                new Candidate.Finding(
                    "PY101",
                    Candidate.Severity.ERROR,
                    1,
                    5,
                    1,
                    9,
                    new UntrustedText("eval \u202e\0 \ud800"),
                    new UntrustedText("")))
            : List.of();
    return new Analysis.Answer.Analyzed("python-core 1", RULES, findings, StrategyManifest.EMPTY);
  }

  /** Refuses "refuse me", crashes on "crash preparation", else turns the source upside down. */
  private static Preparation.Answer prepare(String language, byte[] source) {
    String text = new String(source, StandardCharsets.UTF_8);
    if (text.contains("refuse me")) {
      return new Preparation.Answer.Refused("SYNTAX", 3, 4, new UntrustedText("bad"));
    }
    if (text.contains("crash preparation")) {
      return new Preparation.Answer.Failed("preparation ended without an answer");
    }
    return new Preparation.Answer.Prepared(form(text), 1, List.of(1, 1, 2));
  }

  private static byte[] form(String text) {
    return new StringBuilder(text).reverse().toString().getBytes(StandardCharsets.UTF_8);
  }

  private static Candidates.Submission source(String text) {
    return source(text, true);
  }

  private static Candidates.Submission source(String text, boolean analysis) {
    return new Candidates.Submission(
        text.getBytes(StandardCharsets.UTF_8),
        "python",
        new UntrustedText("sma\0\u202e.py"),
        analysis);
  }

  private static void refused(Code code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.code()).isEqualTo(code));
  }

  private List<StepType> steps() {
    List<StepType> steps = new ArrayList<>();
    host.log()
        .reader()
        .forEach(
            0,
            read -> {
              AuditRecord record = read.record();
              if (record.team().equals(ann.team())) {
                steps.add(record.type());
              }
            });
    return steps;
  }

  @Test
  void keepsAnalysesPreparesAndRecords() {
    Candidate candidate = candidates.submit(ann, source("x = 1"), "");
    assertThat(candidate.state()).isEqualTo(Candidate.State.ANALYZED);
    assertThat(candidate.owner()).isEqualTo(ann.owner());
    assertThat(candidate.fileName().raw()).isEqualTo("sma\0\u202e.py");
    assertThat(candidate.artifact()).isEqualTo(Sha256.of("x = 1".getBytes(StandardCharsets.UTF_8)));
    assertThat(candidate.prepared()).contains(Sha256.of(form("x = 1")));
    assertThat(candidate.ruleSetHash()).contains(RULES);
    assertThat(steps())
        .containsExactly(StepType.SUBMISSION, StepType.ANALYSIS, StepType.PREPARATION);

    PreparedArtifacts.PreparedArtifact loaded = candidates.load(ann, candidate.artifact(), true);
    assertThat(loaded.form()).isEqualTo(form("x = 1"));
    assertThat(loaded.lineMap()).containsExactly(1, 1, 2);
    assertThat(loaded.candidate()).isEqualTo(candidate);
  }

  @Test
  void flagsOnAnErrorAndDoesNotRunIt() {
    Candidate candidate = candidates.submit(ann, source("eval(1)"), "");
    assertThat(candidate.state()).isEqualTo(Candidate.State.FLAGGED);
    assertThat(candidate.findings()).hasSize(1);
    assertThat(candidate.findings().getFirst().message().raw())
        .as("what cannot be JSON is replaced, the rest is kept")
        .isEqualTo("eval \u202e\0 \ufffd");
    refused(Code.CANDIDATE_FLAGGED, () -> candidates.load(ann, candidate.id(), true));
  }

  @Test
  void withoutAnalysisNothingIsSaidToBeAnalysed() {
    Candidate candidate = candidates.submit(ann, source("eval(1)", false), "");
    assertThat(candidate.state()).isEqualTo(Candidate.State.SUBMITTED);
    assertThat(candidate.ruleSetHash()).isEmpty();
    assertThat(steps()).containsExactly(StepType.SUBMISSION, StepType.PREPARATION);
    assertThat(candidates.load(ann, candidate.id(), false).form()).isEqualTo(form("eval(1)"));
    refused(Code.ANALYSIS_FAILED, () -> candidates.load(ann, candidate.id(), true));
    refused(Code.CANDIDATE_NOT_FOUND, () -> candidates.load(ann, candidate.artifact(), true));
  }

  @Test
  void takesTheLargestSourceAndNotOneByteMore() {
    String largest = "#".repeat(Candidates.SOURCE_BYTES_MAX);
    assertThat(candidates.submit(ann, source(largest), "").state())
        .isEqualTo(Candidate.State.ANALYZED);
    refused(Code.SOURCE_TOO_LARGE, () -> candidates.submit(ann, source(largest + "#"), ""));
  }

  @Test
  void saysWhenAHelperFailedAndRunsNothing() {
    refused(Code.ANALYSIS_FAILED, () -> candidates.submit(ann, source("crash analysis"), ""));
    refused(Code.PREPARATION_FAILED, () -> candidates.submit(ann, source("crash preparation"), ""));
    List<Candidate> left = candidates.list(ann, Optional.empty(), 10, "").items();
    assertThat(left).extracting(Candidate::state).containsOnly(Candidate.State.SUBMITTED);
    refused(Code.PREPARATION_FAILED, () -> candidates.load(ann, left.getFirst().id(), false));
  }

  @Test
  void aSubmissionThatIsNotFinishedHidesNoneThatIs() {
    Candidate first = candidates.submit(ann, source("x = 1"), "");
    StoredCandidates unprepared =
        open(StoredCandidatesTest::analyze, (_, _) -> new Preparation.Answer.Failed("killed"));
    refused(Code.PREPARATION_FAILED, () -> unprepared.submit(ann, source("x = 1"), ""));
    StoredCandidates unanalysed =
        open((_, _) -> new Analysis.Answer.Failed("killed"), StoredCandidatesTest::prepare);
    refused(Code.ANALYSIS_FAILED, () -> unanalysed.submit(ann, source("x = 1"), ""));
    assertThat(candidates.load(ann, first.artifact(), true).candidate()).isEqualTo(first);
    assertThat(candidates.load(ann, first.artifact(), false).candidate()).isEqualTo(first);

    Candidate newest = candidates.submit(ann, source("x = 1"), "");
    assertThat(candidates.load(ann, first.artifact(), true).candidate()).isEqualTo(newest);
  }

  @Test
  void keepsASourceThatCannotBePreparedAndRefusesToRunIt() {
    Candidate candidate = candidates.submit(ann, source("refuse me"), "");
    assertThat(candidate.prepared()).isEmpty();
    Candidate found = candidates.find(ann, candidate.id());
    assertThat(found.refusal().orElseThrow().sentence()).endsWith("d: SYNTAX, line 3:4: bad");
    refused(Code.PREPARATION_REFUSED, () -> candidates.load(ann, candidate.id(), true));
  }

  @Test
  void answersTheSameKeyWithTheFirstAnswer() {
    Candidate first = candidates.submit(ann, source("x = 1"), "key-1");
    assertThat(candidates.submit(ann, source("x = 1"), "key-1")).isEqualTo(first);
    assertThat(candidates.submit(ann, source("x = 1"), "key-2").id()).isNotEqualTo(first.id());
    refused(Code.IDEMPOTENCY_CONFLICT, () -> candidates.submit(ann, source("x = 2"), "key-1"));
    Caller bob = TestHost.agent(ann.team(), "bob");
    assertThat(candidates.submit(bob, source("x = 1"), "key-1").id())
        .as("another owner's key")
        .isNotEqualTo(first.id());
    refused(Code.ARGUMENT_INVALID, () -> candidates.submit(ann, source("x"), "k".repeat(129)));
  }

  @Test
  void showsATeamNothingOfAnother() {
    Candidate candidate = candidates.submit(ann, source("x = 1"), "");
    Caller eve = TestHost.agent(TestHost.newTeam(), "eve");
    List<Callable<?>> attempts =
        List.of(
            () -> candidates.find(eve, candidate.id()),
            () -> candidates.find(eve, new CandidateId(eve.team(), candidate.id().value())),
            () -> candidates.withdraw(eve, candidate.id()),
            () -> candidates.load(eve, candidate.id(), true),
            () -> candidates.load(eve, candidate.artifact(), true));
    for (Callable<?> attempt : attempts) {
      refused(Code.CANDIDATE_NOT_FOUND, attempt::call);
    }
    assertThat(candidates.list(eve, Optional.empty(), 10, "").items()).isEmpty();
    assertThat(candidates.find(ann, candidate.id())).as("positive control").isEqualTo(candidate);
  }

  @Test
  void runsACandidateForItsOwnerAlone() {
    Candidate candidate = candidates.submit(ann, source("x = 1"), "");
    Caller bob = TestHost.agent(ann.team(), "bob");
    assertThat(candidates.find(bob, candidate.id())).isEqualTo(candidate);
    refused(Code.CANDIDATE_NOT_FOUND, () -> candidates.load(bob, candidate.id(), true));
  }

  @Test
  void listsNewestFirstInPages() {
    List<CandidateId> submitted = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      submitted.addFirst(candidates.submit(ann, source("x = " + i), "").id());
    }
    List<CandidateId> listed = new ArrayList<>();
    String token = "";
    do {
      Page<Candidate> page = candidates.list(ann, Optional.empty(), 2, token);
      assertThat(page.items()).hasSizeLessThanOrEqualTo(2);
      page.items().forEach(item -> listed.add(item.id()));
      token = page.nextToken();
    } while (!token.isEmpty());
    assertThat(listed).isEqualTo(submitted);
    refused(Code.ARGUMENT_INVALID, () -> candidates.list(ann, Optional.empty(), 2, "not a token"));
    refused(Code.ARGUMENT_INVALID, () -> candidates.list(ann, Optional.empty(), -1, ""));
  }

  @Test
  void listsOnlyWhatHasTheBytesThatAreAskedFor() {
    Candidate first = candidates.submit(ann, source("x = 1"), "");
    Candidate other = candidates.submit(ann, source("x = 2"), "");
    Candidate again = candidates.submit(ann, source("x = 1"), "");
    assertThat(candidates.list(ann, Optional.of(first.artifact()), 10, "").items())
        .extracting(Candidate::id)
        .containsExactly(again.id(), first.id());
    Page<Candidate> page = candidates.list(ann, Optional.of(first.artifact()), 1, "");
    assertThat(candidates.list(ann, Optional.of(first.artifact()), 1, page.nextToken()).items())
        .extracting(Candidate::id)
        .containsExactly(first.id());
    Caller eve = TestHost.agent(TestHost.newTeam(), "eve");
    assertThat(candidates.list(eve, Optional.of(other.artifact()), 10, "").items()).isEmpty();
  }

  @Test
  void withdrawsForEver() {
    Candidate candidate = candidates.submit(ann, source("x = 1"), "");
    assertThat(candidates.withdraw(ann, candidate.id()).state())
        .isEqualTo(Candidate.State.WITHDRAWN);
    assertThat(candidates.withdraw(ann, candidate.id()).state())
        .isEqualTo(Candidate.State.WITHDRAWN);
    assertThat(steps()).filteredOn(step -> step == StepType.WITHDRAWAL).hasSize(1);
    refused(Code.CANDIDATE_WITHDRAWN, () -> candidates.load(ann, candidate.id(), true));
    refused(Code.CANDIDATE_WITHDRAWN, () -> candidates.load(ann, candidate.artifact(), true));
    Candidate again = candidates.submit(ann, source("x = 1"), "");
    assertThat(candidates.load(ann, candidate.artifact(), true).candidate()).isEqualTo(again);
  }

  @Test
  void withdrawsAgainWhatTheDatabaseForgot() {
    Candidate candidate = candidates.submit(ann, source("x = 1"), "");
    assertThat(candidates.withdraw(ann, candidate.id())).isNotNull();
    database.execute("UPDATE candidate SET state = 'ANALYZED' WHERE team = ?", ann.team().value());
    refused(Code.CANDIDATE_WITHDRAWN, () -> candidates.load(ann, candidate.id(), true));

    StoredCandidates restarted = open(StoredCandidatesTest::analyze, StoredCandidatesTest::prepare);
    assertThat(restarted.load(ann, candidate.id(), true)).as("positive control").isNotNull();
    restarted.recover();
    refused(Code.CANDIDATE_WITHDRAWN, () -> restarted.load(ann, candidate.id(), true));
  }

  @Test
  void runsNothingThatTheRowClaimsAndTheLogDoesNot() {
    Candidate honest = candidates.submit(ann, source("x = 1"), "");
    Candidate flagged = candidates.submit(ann, source("eval(1)"), "");
    String team = ann.team().value();

    database.execute(
        "UPDATE candidate SET state = 'ANALYZED' WHERE team = ? AND candidate_id = ?",
        team,
        flagged.id().value());
    refused(Code.CANDIDATE_FLAGGED, () -> candidates.load(ann, flagged.id(), true));

    database.execute(
        """
        UPDATE candidate SET findings = honest.findings FROM candidate AS honest
        WHERE candidate.team = ? AND candidate.candidate_id = ?
          AND honest.team = ? AND honest.candidate_id = ?
        """,
        team,
        flagged.id().value(),
        team,
        honest.id().value());
    refused(Code.AUDIT_ROLLED_BACK, () -> candidates.load(ann, flagged.id(), true));

    database.execute(
        "UPDATE candidate SET prepared = ? WHERE team = ? AND candidate_id = ?",
        flagged.prepared().map(Sha256::hex),
        team,
        honest.id().value());
    refused(Code.AUDIT_ROLLED_BACK, () -> candidates.load(ann, honest.id(), true));
  }

  @Test
  void runsNothingWhoseBytesWereChanged() throws IOException {
    Candidate candidate = candidates.submit(ann, source("x = 1"), "");
    Path form = host.payloads().path(ann.team(), candidate.prepared().orElseThrow());
    assertThat(form.toFile().setWritable(true)).isTrue();
    Files.writeString(form, "import os");
    refused(Code.AUDIT_PAYLOAD_MISMATCH, () -> candidates.load(ann, candidate.id(), true));
  }

  @Test
  void keepsTheFirstFindingsOfVeryMany() {
    Candidate.Finding note =
        new Candidate.Finding(
            "PY900",
            Candidate.Severity.NOTE,
            1,
            1,
            1,
            1,
            new UntrustedText("n"),
            new UntrustedText(""));
    Candidate.Finding error =
        new Candidate.Finding(
            "PY101",
            Candidate.Severity.ERROR,
            1,
            1,
            1,
            1,
            new UntrustedText("e"),
            new UntrustedText(""));
    List<Candidate.Finding> many = new ArrayList<>();
    for (int i = 0; i < FindingList.KEPT_MAX; i++) {
      many.add(note);
    }
    many.add(error);
    StoredCandidates flooded =
        open(
            (_, _) ->
                new Analysis.Answer.Analyzed("python-core 1", RULES, many, StrategyManifest.EMPTY),
            StoredCandidatesTest::prepare);
    Candidate candidate = flooded.submit(ann, source("x = 1"), "");
    assertThat(candidate.findings()).hasSize(FindingList.KEPT_MAX);
    assertThat(candidate.state()).as("an error beyond counts").isEqualTo(Candidate.State.FLAGGED);
  }
}
