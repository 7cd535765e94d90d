package dev.glovebox.host.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glovebox.host.approval.GrantTerms;
import dev.glovebox.host.approval.RunAdmission.Admitted;
import dev.glovebox.host.audit.AuditRecord;
import dev.glovebox.host.audit.StepType;
import dev.glovebox.host.clock.SystemClock;
import dev.glovebox.host.identity.Account;
import dev.glovebox.host.identity.Caller;
import dev.glovebox.host.identity.Role;
import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Json;
import dev.glovebox.host.model.Refusal;
import dev.glovebox.host.model.RunId;
import dev.glovebox.host.model.UntrustedText;
import dev.glovebox.host.run.ScriptedSession;
import dev.glovebox.host.run.SmaCross;
import dev.glovebox.host.runner.Runs.RunEvent;
import dev.glovebox.host.runner.TestHost.Finished;
import dev.glovebox.host.store.Database;
import dev.glovebox.host.store.SharedPostgres;
import dev.glovebox.jail.OrderSide;
import dev.glovebox.jail.SetFrame;
import dev.glovebox.jail.StartOrder;
import dev.glovebox.jail.Workers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SharedPostgres.class)
@Timeout(value = 120, unit = TimeUnit.SECONDS)
final class PaperRunsTest {
  private static final UntrustedText REASON = new UntrustedText("enough");

  private final Database database;
  private final TestHost host;
  private final Account account;
  private final List<GrantTerms> asked = new ArrayList<>();

  PaperRunsTest(Database database, @TempDir Path data) {
    this.database = database;
    this.host = new TestHost(data, database, 4);
    this.account = host.account("paper-1", 2);
  }

  @BeforeEach
  void open() {
    host.gates =
        (grant, terms, run) -> {
          asked.add(terms);
          return new Admitted("promo-1", grant, "t/reviewer");
        };
  }

  @AfterEach
  void close() {
    host.close();
  }

  private RunSpec paper() {
    return host.paper(account, "AAA", "max");
  }

  private RunId start(RunSpec spec) {
    return host.started.start(host.caller, spec, "grant-1", "");
  }

  private RunEvent.Ended watched(RunId run) {
    List<RunEvent> events = new ArrayList<>();
    host.started.watch(host.caller, run, events::add);
    return (RunEvent.Ended) events.getLast();
  }

  @Test
  void decidesAndFillsByteForByteAsTheBacktestOnTheSameBars() {
    Listening backtest = new Listening();
    host.worker = () -> new Workers.Open(backtest);
    Finished reference = host.finish(host.spec());
    Listening live = new Listening();
    host.worker = () -> new Workers.Open(live);
    Finished run = finish(paper());

    for (String file : List.of("decisions.jsonl", "fills.csv", "equity.csv")) {
      assertThat(run.file(file)).as(file).isEqualTo(reference.file(file));
    }
    assertThat(run.file("fills.csv").lines().count()).isGreaterThan(10);
    assertThat(run.text("decision_digest")).isEqualTo(reference.text("decision_digest"));
    assertThat(live.orders).as("the guest is told nothing of the mode").isEqualTo(backtest.orders);
    assertThat(live.seen()).isEqualTo(backtest.seen());
    assertThat(run.ended().report().members().keySet())
        .isEqualTo(reference.ended().report().members().keySet());
    assertThat(host.started.report(host.caller, run.run(), List.of("report.html")))
        .singleElement()
        .satisfies(page ->
            assertThat(TestHost.text(page))
                .contains(">Glovebox paper<", run.text("decision_digest"), run.run().value()));
  }

  private Finished finish(RunSpec spec) {
    RunId run = start(spec);
    List<RunEvent> events = new ArrayList<>();
    host.started.watch(host.caller, run, events::add);
    return host.left(run, events);
  }

  @Test
  void leavesEveryStepOfEveryOrderInTheLog() {
    host.worker = () -> new Workers.Open(new Listening());
    Finished run = finish(paper());
    List<AuditRecord> records = records(run.run());
    long orders = run.file("fills.csv").lines().count() - 1;
    assertThat(count(records, StepType.DECISION)).isEqualTo(252);
    for (StepType step :
        List.of(
            StepType.RULING,
            StepType.PLAN,
            StepType.TOKEN_ISSUED,
            StepType.TOKEN_SPENT,
            StepType.ORDER_SUBMISSION,
            StepType.FILL)) {
      assertThat(count(records, step)).as(step.text()).isEqualTo(orders);
    }
    AuditRecord manifest = records.getFirst();
    assertThat(manifest.type()).isEqualTo(StepType.RUN_MANIFEST);
    assertThat(manifest.text("image_hash")).contains(ScriptedSession.IMAGE.sha256());
    assertThat(manifest.detail().members())
        .containsEntry("mode", Json.of("PAPER"))
        .containsEntry("promotion", Json.of("promo-1"))
        .containsEntry("run_grant", Json.of("grant-1"))
        .containsEntry("account", Json.of(account.resourceName()))
        .containsEntry("venue_id", Json.of("paper"));
    assertThat(records.getLast().type()).isEqualTo(StepType.RUN_RESULT);
    assertThat(states(run.run())).hasSize((int) orders).allMatch("FILLED"::equals);
  }

  @Test
  void asksTheGatesForExactlyWhatRuns() {
    host.worker = () -> new Workers.Open(new Listening());
    Finished run = finish(paper());
    assertThat(asked)
        .containsExactly(
            GrantTermsOf.run(
                paper(),
                new dev.glovebox.host.model.CandidateId(host.caller.team(), "cand-00000001"),
                asked.getFirst().prepared(),
                List.of(86_400L)));
    RunSummary summary = host.started.find(host.caller, run.run());
    assertThat(summary.account()).contains(account.resourceName());
    assertThat(summary.grant()).contains("teams/" + host.caller.team() + "/grants/grant-1");
    assertThat(summary.code()).contains("OK");
  }

  @Test
  void refusesWithoutTheGatesAndKeepsNothing() {
    host.worker =
        () -> {
          throw new AssertionError("no worker");
        };
    for (Code code : List.of(Code.PROMOTION_MISSING, Code.RUN_GRANT_MISSING)) {
      host.gates =
          (grant, terms, run) -> {
            throw new Refusal(code, "not passed");
          };
      refused(code, () -> start(paper()));
    }
    assertThat(host.started.list(host.caller, 0, "").items()).isEmpty();
  }

  @Test
  void refusesWhatAPaperRunIsNot() {
    RunSpec paper = paper();
    refused(Code.SPEC_INVALID, () -> start(paper.varied(2, "gate")));
    refused(Code.SPEC_INVALID, () -> start(paper.varied(1, "bulk")));
    refused(Code.SPEC_INVALID, () -> start(host.paper(account, "AAA", "0")));
    refused(Code.SPEC_INVALID, () -> start(host.paper(account, "AAA", "1000001")));
    refused(Code.SPEC_INVALID, () -> start(host.paper(account, "AAA", "fast")));
    refused(Code.SPEC_INVALID, () -> host.started.start(host.caller, host.spec(), "grant-1", ""));
    Account unknown = account("other", host.caller.owner(), "USD");
    refused(Code.ACCOUNT_NOT_FOUND, () -> start(host.paper(unknown, "AAA", "max")));
    Account francs = account("francs", host.caller.owner(), "CHF");
    host.accounts.add(francs);
    refused(Code.SPEC_INVALID, () -> start(host.paper(francs, "AAA", "max")));
    assertThat(asked).isEmpty();
  }

  @Test
  void tradesForTheOwnerOfAccountAndCandidateAlone() {
    host.worker = () -> new Workers.Open(new ScriptedSession(0, (_, _) -> {}));
    Account foreign = account("theirs", "somebody/else", "USD");
    host.accounts.add(foreign);
    refused(Code.CANDIDATE_NOT_OWNED, () -> start(host.paper(foreign, "AAA", "max")));
    Account nobodys = new Account(host.caller.team(), "none", Optional.empty(), "USD", 1);
    host.accounts.add(nobodys);
    refused(Code.CANDIDATE_NOT_OWNED, () -> start(host.paper(nobodys, "AAA", "max")));

    Caller operator = new Caller(host.caller.team(), "the/operator", Set.of(Role.OPERATOR));
    refused(
        Code.CANDIDATE_NOT_OWNED,
        () -> host.started.start(operator, host.paper(foreign, "AAA", "max"), "grant-1", ""));
    Caller colleague = new Caller(host.caller.team(), "a/colleague", Set.of(Role.AGENT));
    refused(Code.CANDIDATE_NOT_FOUND, () -> host.started.start(colleague, paper(), "grant-1", ""));
    assertThat(asked).isEmpty();

    RunId run = host.started.start(operator, paper(), "grant-1", "");
    assertThat(host.started.find(host.caller, run).owner())
        .as("the run is the owner's, whoever started it")
        .isEqualTo(host.caller.owner());
    var _ = watched(run);
  }

  @Test
  void stoppingWakesAFeedThatWaitsAndCancelsWhatWorks() throws InterruptedException {
    CountDownLatch ordered = new CountDownLatch(1);
    host.worker =
        () ->
            new Workers.Open(
                new ScriptedSession(
                    0,
                    (set, orders) -> {
                      if (set.barIndex() == 0) {
                        orders.market(OrderSide.BUY, "1");
                        ordered.countDown();
                      }
                    }));
    // The second bar is days away for this market.
    RunId run = start(host.paper(account, "AAA", "86400"));
    ordered.await();
    awaitOrder(run, "ACKNOWLEDGED");
    RunSummary stopped = host.started.stop(host.caller, run, REASON);
    assertThat(stopped.code()).contains("RUN_CANCELLED");
    assertThat(stopped.state()).isEqualTo(RunTable.State.ENDED);
    assertThat(states(run)).containsExactly("CANCELLED");
    RunEvent.Ended ended = watched(run);
    assertThat(ended.report().members())
        .containsEntry("outcome", Json.of("INTERRUPTED"))
        .containsEntry("code", Json.of("RUN_CANCELLED"))
        .containsEntry("bars_completed", Json.of(1));
    assertThat(records(run).getLast().detail().members()).containsEntry("reason", REASON.forJson());
    assertThat(host.started.stop(host.caller, run, REASON)).isEqualTo(stopped);
    RunId next = start(paper());
    assertThat(watched(next).report().members()).containsEntry("outcome", Json.of("COMPLETED"));
  }

  @Test
  void onlyOwnerAndOperatorMayStop() {
    RunId run = waiting("AAA");
    Caller auditor = new Caller(host.caller.team(), "the/auditor", Set.of(Role.AUDITOR));
    Caller colleague = new Caller(host.caller.team(), "a/colleague", Set.of(Role.AGENT));
    Caller operator = new Caller(host.caller.team(), "the/operator", Set.of(Role.OPERATOR));
    refused(Code.RUN_NOT_FOUND, () -> host.started.stop(auditor, run, REASON));
    refused(Code.RUN_NOT_FOUND, () -> host.started.stop(colleague, run, REASON));
    assertThat(host.started.stop(operator, run, REASON).code()).contains("RUN_CANCELLED");
  }

  @Test
  void listsTheTeamsRunsAndToAnAgentItsOwn() {
    RunId run = waiting("AAA");
    Caller colleague = new Caller(host.caller.team(), "a/colleague", Set.of(Role.AGENT));
    Caller auditor = new Caller(host.caller.team(), "the/auditor", Set.of(Role.AUDITOR));
    assertThat(host.started.list(colleague, 0, "").items()).isEmpty();
    assertThat(host.started.list(auditor, 0, "").items())
        .extracting(RunSummary::run)
        .containsExactly(run);
    RunId second = waiting("BBB");
    var page = host.started.list(host.caller, 1, "");
    assertThat(page.items()).extracting(RunSummary::run).containsExactly(second);
    assertThat(host.started.list(host.caller, 1, page.nextToken()).items())
        .extracting(RunSummary::run)
        .containsExactly(run);
  }

  @Test
  void withdrawingACandidateEndsItsRunsAndThoseThatAreJustStarting() {
    RunId run = waiting("AAA");
    host.started.endRunsOf(asked.getFirst().candidate());
    assertThat(watched(run).report().members())
        .containsEntry("code", Json.of("CANDIDATE_WITHDRAWN"))
        .containsEntry("outcome", Json.of("INTERRUPTED"));
    assertThat(watched(waiting("AAA")).report().members())
        .containsEntry("code", Json.of("CANDIDATE_WITHDRAWN"));
  }

  @Test
  void whileTradingIsHaltedNoOrderLeaves() {
    host.halted = true;
    host.worker = () -> new Workers.Open(new Listening());
    Finished run = finish(paper());
    assertThat(run.text("outcome")).isEqualTo("COMPLETED");
    assertThat(run.file("fills.csv").lines()).hasSize(1);
    assertThat(run.file("decisions.jsonl")).contains("TRADING_HALTED");
    assertThat(states(run.run())).isEmpty();
  }

  @Test
  void whatADeadHostLeftIsInterruptedAndItsInstrumentFree() {
    RunId run = waiting("AAA");
    refused(Code.INSTRUMENT_RUN_CONFLICT, () -> start(paper()));
    // As after a crash: the run's thread is gone, its row is not.
    host.started.close();
    database.execute("UPDATE run SET state = 'RUNNING' WHERE run_id = ?", run.value());
    refused(Code.INSTRUMENT_RUN_CONFLICT, () -> start(paper()));
    List<RunId> _ =
        new RunRecovery(host.runs, host.log, host.log.reader(), new SystemClock()).recover();
    assertThat(host.started.find(host.caller, run).state()).isEqualTo(RunTable.State.ENDED);
    host.worker = () -> new Workers.Open(new ScriptedSession(0, (_, _) -> {}));
    assertThat(watched(start(paper())).report().members())
        .containsEntry("outcome", Json.of("COMPLETED"));
  }

  private Account account(String id, String owner, String currency) {
    return new Account(host.caller.team(), id, Optional.of(owner), currency, 2);
  }

  /** Starts a run whose second bar is far away. */
  private RunId waiting(String instrument) {
    host.worker = () -> new Workers.Open(new ScriptedSession(0, (_, _) -> {}));
    return start(host.paper(account, instrument, "1"));
  }

  private void awaitOrder(RunId run, String state) throws InterruptedException {
    while (!states(run).equals(List.of(state))) {
      TimeUnit.MILLISECONDS.sleep(1);
    }
  }

  private List<String> states(RunId run) {
    return database.query(
        "SELECT state FROM orders WHERE run_id = ? ORDER BY sequence",
        row -> row.getString(1),
        run.value());
  }

  private List<AuditRecord> records(RunId run) {
    List<AuditRecord> records = new ArrayList<>();
    host.log
        .reader()
        .forEach(
            0,
            read -> {
              if (read.record().run().equals(Optional.of(run))) {
                records.add(read.record());
              }
            });
    return records;
  }

  private static long count(List<AuditRecord> records, StepType type) {
    return records.stream().filter(record -> record.type() == type).count();
  }

  private static void refused(Code code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }

  /** The reference strategy, remembering what it was told at its start. */
  private static final class Listening extends ScriptedSession {
    private final List<StartOrder> orders = new ArrayList<>();

    private Listening() {
      super(0, new SmaCross(5, 20, "20"));
    }

    @Override
    public Started start(StartOrder order) {
      orders.add(order);
      return super.start(order);
    }

    @Override
    public List<SetFrame> seen() {
      return super.seen();
    }
  }
}
