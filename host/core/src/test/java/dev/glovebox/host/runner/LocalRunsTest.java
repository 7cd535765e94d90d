package dev.glovebox.host.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glovebox.host.audit.AuditRecord;
import dev.glovebox.host.audit.StepType;
import dev.glovebox.host.clock.SystemClock;
import dev.glovebox.host.identity.Caller;
import dev.glovebox.host.identity.Role;
import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Json;
import dev.glovebox.host.model.Mode;
import dev.glovebox.host.model.Refusal;
import dev.glovebox.host.model.RunId;
import dev.glovebox.host.model.Sha256;
import dev.glovebox.host.model.TeamId;
import dev.glovebox.host.run.GoldenBars;
import dev.glovebox.host.run.ScriptedSession;
import dev.glovebox.host.run.SmaCross;
import dev.glovebox.host.runner.Runs.RunEvent;
import dev.glovebox.host.runner.TestHost.Finished;
import dev.glovebox.host.store.Database;
import dev.glovebox.host.store.SharedPostgres;
import dev.glovebox.jail.ObservedBy;
import dev.glovebox.jail.Session;
import dev.glovebox.jail.SetFrame;
import dev.glovebox.jail.WorkerEnd;
import dev.glovebox.jail.Workers;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SharedPostgres.class)
@Timeout(value = 120, unit = TimeUnit.SECONDS)
final class LocalRunsTest {
  @TempDir private Path data;

  @Test
  void aCompletedRunLeavesFilesReportAndRecords(Database database) {
    try (TestHost host = new TestHost(data, database, 2)) {
      host.worker = LocalRunsTest::smaCross;
      Finished run = host.finish(host.spec());

      assertThat(run.text("outcome")).isEqualTo("COMPLETED");
      assertThat(run.text("code")).isEqualTo("OK");
      assertThat(run.text("observed_by")).isEqualTo("HOST");
      assertThat(run.text("tier")).isEqualTo("process");
      assertThat(run.text("run_id")).isEqualTo(run.run().value());
      assertThat(run.number("bars_completed")).isEqualTo(252);
      assertThat(run.files())
          .containsOnlyKeys(
              "decisions.jsonl", "equity.csv", "fills.csv", "report.json", "runspec.json");
      assertThat(cashAfterEachFill(run)).isEqualTo(goldenCash());
      String decisions = run.file("decisions.jsonl");
      assertThat(decisions.lines()).hasSize(252);
      assertThat(run.text("decision_digest"))
          .isEqualTo("d1:" + Sha256.of(decisions.getBytes(StandardCharsets.UTF_8)));
      assertThat(run.file("equity.csv").lines()).hasSize(253);
      assertThat(run.file("equity.csv").lines().toList().getLast())
          .endsWith(",89629.0872,11220.4,100849.4872");
      assertThat(run.file("report.json")).isEqualTo(run.ended().report().text());
      assertThat(Sha256.of(run.file("runspec.json").getBytes(StandardCharsets.UTF_8)))
          .isEqualTo(host.spec().hash());
      AuditRecord result = host.log.reader().read(run.ended().logPosition()).record();
      assertThat(result.type()).isEqualTo(StepType.RUN_RESULT);
      assertThat(result.run()).contains(run.run());
      assertThat(records(host, StepType.RUN_MANIFEST)).hasSize(1);
      assertThat(result.detail().members().get("files"))
          .isInstanceOfSatisfying(
              Json.Obj.class,
              files ->
                  assertThat(files.members().get("journal"))
                      .isInstanceOfSatisfying(
                          Json.Str.class,
                          hash ->
                              assertThat(
                                      host.payloads.has(run.run().team(), new Sha256(hash.value())))
                                  .isTrue()));
    }
  }

  @Test
  void theReportHasTheMetricsOfTheReferenceRun(Database database) {
    try (TestHost host = new TestHost(data, database, 2)) {
      host.worker = LocalRunsTest::smaCross;
      Finished run = host.finish(host.spec());
      assertThat(run.ended().report().members().get("metrics"))
          .isInstanceOfSatisfying(
              Json.Obj.class,
              metrics -> {
                assertThat(metrics.members().get("final_equity")).isEqualTo(Json.of("100849.4872"));
                assertThat(metrics.members().get("final_cash")).isEqualTo(Json.of("89629.0872"));
                assertThat(metrics.members().get("total_return")).isEqualTo(Json.of("0.008494872"));
                assertThat(metrics.members().get("trades")).isEqualTo(Json.of(7));
                assertThat(metrics.members().get("spread_cost")).isEqualTo(Json.of("0"));
                assertThat(metrics.members().get("max_drawdown"))
                    .asString()
                    .contains("0.014077660783934186");
              });
    }
  }

  @Test
  void everyBlockSizeGivesTheSameDecisionsAndSaysThatItIsIndicative(Database database) {
    try (TestHost host = new TestHost(data, database, 2)) {
      host.worker = LocalRunsTest::smaCross;
      Finished lockStep = host.finish(host.spec());
      Finished block =
          host.finish(
              TestHost.spec(
                  Mode.BACKTEST,
                  16,
                  "process",
                  TestHost.ARTIFACT,
                  TestHost.LIMITS.hash(),
                  List.of(host.traded("open"))));
      assertThat(block.text("decision_digest")).isEqualTo(lockStep.text("decision_digest"));
      assertThat(lockStep.ended().report().members().get("indicative")).isEqualTo(Json.of(false));
      assertThat(block.ended().report().members().get("indicative")).isEqualTo(Json.of(true));
    }
  }

  @Test
  void aWorkerThatDoesNotStartEndsTheRunWithAReport(Database database) {
    try (TestHost host = new TestHost(data, database, 2)) {
      Finished run = host.finish(host.spec());
      assertThat(run.text("outcome")).isEqualTo("FAILED");
      assertThat(run.text("code")).isEqualTo("WORKER_START_FAILED");
      assertThat(run.file("fills.csv").lines()).hasSize(1);
      assertThat(run.file("decisions.jsonl")).isEmpty();
    }
  }

  @Test
  void theRecordNamesWhatAWorkerBroke(Database database) {
    try (TestHost host = new TestHost(data, database, 2)) {
      host.worker = () -> failed(WorkerEnd.PROTOCOL_VIOLATION, "PING_FLOOD: the worker did that");
      assertThat(violation(host)).contains(Json.of("PING_FLOOD"));
      host.worker = () -> failed(WorkerEnd.PROTOCOL_VIOLATION, "no name: a sentence");
      assertThat(violation(host)).isEmpty();
      host.worker = () -> failed(WorkerEnd.STRATEGY_ERROR, "PING_FLOOD: a claim");
      assertThat(violation(host)).isEmpty();
    }
  }

  private static Workers.Opened failed(WorkerEnd reason, String message) {
    return new Workers.Failed(new Session.Ended(reason, ObservedBy.HOST, message, "", 0, "", 0));
  }

  private static Optional<Json> violation(TestHost host) {
    Finished run = host.finish(host.spec());
    AuditRecord result = host.log.reader().read(run.ended().logPosition()).record();
    return Optional.ofNullable(result.detail().members().get("violation"));
  }

  @Test
  void aFaultKeepsWhatWasCompletedAndTheNextRunWorks(Database database) {
    try (TestHost host = new TestHost(data, database, 1)) {
      host.worker = () -> new Workers.Open(new Faulty(40));
      Finished run = host.finish(host.spec());
      assertThat(run.text("outcome")).isEqualTo("FAILED");
      assertThat(run.text("code")).isEqualTo("STRATEGY_ERROR");
      assertThat(run.text("observed_by")).isEqualTo("WORKER");
      assertThat(run.number("bars_completed")).isEqualTo(40);
      assertThat(run.file("decisions.jsonl").lines()).hasSize(40);
      assertThat(run.file("equity.csv").lines()).hasSize(41);
      assertThat(run.ended().message().raw()).isEqualTo("on_bar, line 7: ValueError: boom");
      host.worker = LocalRunsTest::smaCross;
      assertThat(host.finish(host.spec()).text("outcome")).isEqualTo("COMPLETED");
    }
  }

  @Test
  void theSameIdempotencyKeyIsTheSameRun(Database database) {
    try (TestHost host = new TestHost(data, database, 2)) {
      host.worker = LocalRunsTest::idle;
      RunId first = host.started.start(host.caller, host.spec(), "once");
      assertThat(host.started.start(host.caller, host.spec(), "once")).isEqualTo(first);
      assertThat(host.started.start(host.caller, host.spec(), "twice")).isNotEqualTo(first);
    }
  }

  @Test
  void anotherTeamsRunDoesNotExist(Database database) {
    try (TestHost host = new TestHost(data, database, 2)) {
      host.worker = LocalRunsTest::idle;
      Finished run = host.finish(host.spec());
      Caller stranger =
          new Caller(new TeamId("strangers"), "strangers/agent", Set.of(Role.AGENT, Role.AUDITOR));
      Caller colleague = new Caller(host.caller.team(), "someone/else", Set.of(Role.AGENT));
      Caller auditor = new Caller(host.caller.team(), "the/auditor", Set.of(Role.AUDITOR));
      assertRefused(Code.RUN_NOT_FOUND, () -> host.started.report(stranger, run.run()));
      assertRefused(Code.RUN_NOT_FOUND, () -> host.started.watch(colleague, run.run(), _ -> true));
      assertThat(host.started.report(auditor, run.run())).isNotEmpty();
    }
  }

  @Test
  void closingTheHostInterruptsRunsAndOneMoreThanTheCapIsRefused(Database database)
      throws InterruptedException {
    CountDownLatch reached = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    try (TestHost host = new TestHost(data, database, 1)) {
      host.worker =
          () -> new Workers.Open(new ScriptedSession(0, (set, _) -> hold(set, reached, goOn)));
      RunId run = host.started.start(host.caller, host.spec(), "");
      reached.await();
      assertRefused(
          Code.RUNNER_CAP_EXCEEDED, () -> host.started.start(host.caller, host.spec(), ""));
      assertRefused(Code.RUN_NOT_FINISHED, () -> host.started.report(host.caller, run));
      Thread closing = Thread.ofPlatform().start(host.started::close);
      while (closing.getState() != Thread.State.TIMED_WAITING) {
        Thread.onSpinWait();
      }
      goOn.countDown();
      closing.join();
      List<RunEvent> events = new ArrayList<>();
      host.started.watch(host.caller, run, events::add);
      Json.Obj report = ((RunEvent.Ended) events.getLast()).report();
      assertThat(report.members().get("outcome")).isEqualTo(Json.of("INTERRUPTED"));
      assertThat(report.members().get("code")).isEqualTo(Json.of("RUN_INTERRUPTED"));
      assertThat(report.members().get("bars_completed")).isEqualTo(Json.of(11));
    }
  }

  @Test
  void aRunThatItsHostLeftIsReportedAsInterrupted(Database database) {
    try (TestHost host = new TestHost(data, database, 1)) {
      RunId run = new RunId(host.caller.team(), "run-left0000");
      Sha256 spec = host.payloads.put(run.team(), host.spec().json().bytes()).hash();
      host.runs.starting(
          new RunTable.NewRun(
              run, host.caller.owner(), Mode.BACKTEST, TestHost.ARTIFACT, spec, 1, Instant.EPOCH));
      assertThat(
              new RunRecovery(host.runs, host.log, host.log.reader(), new SystemClock()).recover())
          .contains(run);
      List<RunEvent> events = new ArrayList<>();
      host.started.watch(host.caller, run, events::add);
      RunEvent.Ended ended = (RunEvent.Ended) events.getLast();
      assertThat(ended.report().members().get("outcome")).isEqualTo(Json.of("INTERRUPTED"));
      assertThat(ended.report().members().get("runspec_sha256")).isEqualTo(Json.of(spec.hex()));
      assertThat(host.started.report(host.caller, run)).hasSize(2);
    }
  }

  /** Raises in the hook of one bar. */
  private static final class Faulty extends ScriptedSession {
    private final int bar;

    private Faulty(int bar) {
      super(0, new SmaCross(5, 20, "20"));
      this.bar = bar;
    }

    @Override
    public Answered next(List<SetFrame> sets) {
      return sets.getFirst().barIndex() == bar
          ? new Ended(
              WorkerEnd.STRATEGY_ERROR, ObservedBy.WORKER, "boom", "on_bar", 7, "ValueError", 0)
          : super.next(sets);
    }
  }

  private static Workers.Opened smaCross() {
    return new Workers.Open(new ScriptedSession(0, new SmaCross(5, 20, "20")));
  }

  private static Workers.Opened idle() {
    return new Workers.Open(new ScriptedSession(0, (_, _) -> {}));
  }

  private static void hold(SetFrame set, CountDownLatch reached, CountDownLatch goOn) {
    if (set.barIndex() == 10) {
      reached.countDown();
      try {
        goOn.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static void assertRefused(Code code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }

  static List<AuditRecord> records(TestHost host, StepType type) {
    List<AuditRecord> records = new ArrayList<>();
    host.log
        .reader()
        .forEach(
            0,
            read -> {
              if (read.record().type() == type) {
                records.add(read.record());
              }
            });
    return records;
  }

  private static List<BigDecimal> cashAfterEachFill(Finished run) {
    return run.file("fills.csv")
        .lines()
        .skip(1)
        .map(line -> new BigDecimal(line.split(",", -1)[8]).stripTrailingZeros())
        .toList();
  }

  private static List<BigDecimal> goldenCash() {
    return GoldenBars.lines("/golden/aapl2013_5_20_comm5bp.fills.csv").stream()
        .skip(1)
        .map(line -> new BigDecimal(line.split(",", -1)[4]).stripTrailingZeros())
        .toList();
  }
}
