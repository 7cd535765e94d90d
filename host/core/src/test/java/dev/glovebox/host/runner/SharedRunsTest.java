package dev.glovebox.host.runner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glovebox.host.approval.RunAdmission.Admitted;
import dev.glovebox.host.audit.AuditRecord;
import dev.glovebox.host.audit.JournalReader;
import dev.glovebox.host.audit.StepType;
import dev.glovebox.host.identity.Account;
import dev.glovebox.host.model.Json;
import dev.glovebox.host.model.RunId;
import dev.glovebox.host.model.Sha256;
import dev.glovebox.host.model.UntrustedText;
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
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What the records say of a run that shares its worker. */
@ExtendWith(SharedPostgres.class)
@Timeout(value = 120, unit = TimeUnit.SECONDS)
final class SharedRunsTest {
  private static final int MOVED_AT = 40;

  private final TestHost host;

  SharedRunsTest(Database database, @TempDir Path data) {
    this.host = new TestHost(data, database, 4);
  }

  @AfterEach
  void close() {
    host.close();
  }

  @Test
  void aRunSharesWithRunsOfItsOwnerAndModeOnly() {
    Account account = host.account("paper-1", 2);
    host.gates = (grant, terms, run) -> new Admitted("promo-1", grant, "t/reviewer");
    host.worker = () -> new Workers.Open(new ScriptedSession(0, (_, _) -> {}));
    Finished _ = host.finish(host.spec());
    RunId paper = host.started.start(host.caller, host.paper(account, "AAA", "max"), "grant-1", "");
    host.started.watch(host.caller, paper, _ -> true);
    String owner = host.caller.team().value() + " " + host.caller.owner();
    assertThat(host.sharings)
        .containsExactly(
            new Workers.Sharing(owner, "BACKTEST"), new Workers.Sharing(owner, "PAPER"));
  }

  @Test
  void manifestJournalAndResultTellOfASharedWorkerAndOfARestart() {
    host.worker = () -> new Workers.Open(new ScriptedSession(0, new SmaCross(5, 20, "20")));
    Finished alone = host.finish(host.spec());
    host.worker = () -> new Workers.Open(new Moving());
    Finished moved = host.finish(host.spec());

    assertThat(moved.text("decision_digest")).isEqualTo(alone.text("decision_digest"));
    List<AuditRecord> manifests = LocalRunsTest.records(host, StepType.RUN_MANIFEST);
    assertThat(manifests.getFirst().detail().members()).doesNotContainKey("worker_seats");
    assertThat(manifests.getLast().detail().members())
        .containsAllEntriesOf(
            Map.of(
                "worker_id", Json.of("worker-1"),
                "worker_seat", Json.of(3),
                "worker_seats", Json.of(8)));
    assertThat(result(alone).detail().members()).doesNotContainKey("worker_restarts");
    assertThat(result(moved).detail().members()).containsEntry("worker_restarts", Json.of(1));
    assertThat(restarts(alone)).isEmpty();
    assertThat(restarts(moved))
        .singleElement()
        .satisfies(record -> {
          assertThat(record.run()).contains(moved.run());
          assertThat(record.detail().members())
              .containsAllEntriesOf(
                  Map.of(
                      "code", Json.of("SIBLING_ENDED"),
                      "cause", Json.of("WALL_DEADLINE"),
                      "cause_worker_id", Json.of("worker-1"),
                      "cause_worker_seat", Json.of(5),
                      "outcome", Json.of("RESTARTED"),
                      "bars_completed", Json.of(MOVED_AT - 1),
                      "answers_compared", Json.of(MOVED_AT),
                      "worker_id", Json.of("worker-2"),
                      "worker_seat", Json.of(1),
                      "worker_seats", Json.of(8)))
              .containsEntry("reason", Json.of("the shared worker ended: WALL_DEADLINE"))
              .containsEntry("image_cache_sha256", Json.of("2".repeat(64)))
              .doesNotContainKey("failure");
          assertThat(record.fields()).containsEntry("image_hash", Json.of("1".repeat(64)));
        });
  }

  @Test
  void aRestartThatSomebodyEndsHalfWayEndsAsHeAsked() throws Exception {
    CountDownLatch moving = new CountDownLatch(1);
    CountDownLatch stopped = new CountDownLatch(1);
    host.worker = () -> new Workers.Open(new Restarting(moving, stopped, false));
    RunId run = host.started.start(host.caller, host.spec(), "");
    moving.await();
    RunSummary summary = host.started.stop(host.caller, run, new UntrustedText("enough"));
    assertThat(summary.code()).contains("RUN_CANCELLED");
    List<RunEvent> events = new ArrayList<>();
    host.started.watch(host.caller, run, events::add);
    Finished finished = host.left(run, events);
    assertThat(finished.text("outcome")).isEqualTo("INTERRUPTED");
    assertThat(result(finished).detail().members()).doesNotContainKey("worker_restarts");
    assertThat(restarts(finished))
        .singleElement()
        .satisfies(record ->
            assertThat(record.detail().members())
                .containsAllEntriesOf(
                    Map.of(
                        "cause", Json.of("MEMORY_LIMIT"),
                        "outcome", Json.of("FAILED"),
                        "failure", Json.of("RUN_INTERRUPTED"),
                        "answers_compared", Json.of(7)))
                // It died by itself, and of where it went nothing is known.
                .doesNotContainKeys("cause_worker_id", "worker_id", "image_cache_sha256"));
  }

  @Test
  void aRunThatIsEndedBetweenTwoBarsLeavesItsWorkerInOrder() throws Exception {
    CountDownLatch moving = new CountDownLatch(1);
    CountDownLatch stopped = new CountDownLatch(1);
    ScriptedSession session = new Restarting(moving, stopped, true);
    host.worker = () -> new Workers.Open(session);
    RunId run = host.started.start(host.caller, host.spec(), "");
    moving.await();
    RunSummary summary = host.started.stop(host.caller, run, new UntrustedText("enough"));
    assertThat(summary.code()).contains("RUN_CANCELLED");
    assertThat(session.judged()).containsExactly(Session.Verdict.IN_ORDER);
  }

  private AuditRecord result(Finished run) {
    return host.log.reader().read(run.ended().logPosition()).record();
  }

  private List<AuditRecord> restarts(Finished run) {
    if (!(result(run).detail().members().get("files") instanceof Json.Obj files)
        || !(files.members().get("journal") instanceof Json.Str(String journal))) {
      throw new AssertionError("the result names no journal");
    }
    List<AuditRecord> records = new ArrayList<>();
    long _ =
        JournalReader.read(
            host.payloads.checked(run.run().team(), new Sha256(journal)),
            host.log.origin(),
            run.run(),
            record -> {
              if (record.type() == StepType.RESTART) {
                records.add(record);
              }
            });
    return records;
  }

  /** Moves to another worker at one bar, and goes on as if nothing had been. */
  private static final class Moving extends ScriptedSession {
    private List<Moved> moves = List.of();

    Moving() {
      super(0, new SmaCross(5, 20, "20"));
    }

    @Override
    public Answered next(List<SetFrame> sets) {
      if (seen().size() == MOVED_AT - 1) {
        moves =
            List.of(
                new Moved(
                    new Cause(
                        WorkerEnd.WALL_DEADLINE,
                        "the shared worker ended: WALL_DEADLINE",
                        Optional.of(new SharedSeat("worker-1", 5, 8))),
                    MOVED_AT,
                    Optional.of(
                        new Destination(
                            Optional.of(new SharedSeat("worker-2", 1, 8)), Optional.of(IMAGE))),
                    Optional.empty()));
      }
      return super.next(sets);
    }

    @Override
    public Optional<SharedSeat> seat() {
      return Optional.of(new SharedSeat("worker-1", 3, 8));
    }

    @Override
    public List<Moved> drainMoves() {
      List<Moved> drained = moves;
      moves = List.of();
      return drained;
    }
  }

  /** Takes so long at its first bar, for a restart or without, that somebody must end it. */
  private static final class Restarting extends ScriptedSession {
    private final CountDownLatch moving;
    private final CountDownLatch stopped;
    private final boolean goesOn;
    private List<Moved> moves = List.of();

    Restarting(CountDownLatch moving, CountDownLatch stopped, boolean goesOn) {
      super(0, (_, _) -> {});
      this.moving = moving;
      this.stopped = stopped;
      this.goesOn = goesOn;
    }

    @Override
    public Answered next(List<SetFrame> sets) {
      moving.countDown();
      try {
        stopped.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      return goesOn ? new Processed(sets.size(), List.of(), 1) : givenUp();
    }

    private Ended givenUp() {
      Ended end =
          new Ended(
              WorkerEnd.RUN_INTERRUPTED, ObservedBy.HOST, "ended at its restart", "", 0, "", 0);
      moves =
          List.of(
              new Moved(
                  new Cause(
                      WorkerEnd.MEMORY_LIMIT,
                      "the shared worker ended: MEMORY_LIMIT",
                      Optional.empty()),
                  7,
                  Optional.of(new Destination(Optional.empty(), Optional.empty())),
                  Optional.of(end)));
      return end;
    }

    @Override
    public void stopMoving() {
      stopped.countDown();
    }

    @Override
    public List<Moved> drainMoves() {
      List<Moved> drained = moves;
      moves = List.of();
      return drained;
    }
  }
}
