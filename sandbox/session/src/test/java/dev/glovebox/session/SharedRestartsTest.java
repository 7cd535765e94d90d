package dev.glovebox.session;

import static dev.glovebox.session.SharedBench.ANNE;
import static dev.glovebox.session.SharedBench.HOOK;
import static dev.glovebox.session.SharedBench.SEATS;
import static dev.glovebox.session.SharedBench.awaitChildren;
import static dev.glovebox.session.SharedBench.bars;
import static dev.glovebox.session.SharedBench.children;
import static dev.glovebox.session.SharedBench.end;
import static dev.glovebox.session.SharedBench.goneTo;
import static dev.glovebox.session.SharedBench.start;
import static org.assertj.core.api.Assertions.assertThat;

import dev.glovebox.jail.ObservedBy;
import dev.glovebox.jail.Profile;
import dev.glovebox.jail.Session;
import dev.glovebox.jail.Session.Done;
import dev.glovebox.jail.Session.Ended;
import dev.glovebox.jail.Session.Moved;
import dev.glovebox.jail.Session.Processed;
import dev.glovebox.jail.Session.Verdict;
import dev.glovebox.jail.WorkerEnd;
import dev.glovebox.jail.WorkerKind;
import dev.glovebox.jail.WorkerLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of the siblings of a run that took their worker with it. */
@Timeout(120)
final class SharedRestartsTest {
  private static final int BARS = 20;

  @TempDir Path scratch;
  @TempDir Path marks;
  private SharedBench bench;

  @BeforeEach
  void open() throws IOException {
    bench = new SharedBench(scratch);
  }

  @AfterEach
  void nothingIsLeft() throws IOException {
    bench.close();
  }

  @Test
  void aRestartIsGivenUpHalfWayWhenNobodyWantsTheRunAnyMore() throws Exception {
    SharedWorkers workers = bench.workers();
    Session slow = bench.started(workers, "slow");
    bars(slow, BARS);
    bench.runAway(workers);
    awaitChildren(0);
    Thread operator =
        Thread.ofVirtual()
            .start(() -> {
              try {
                awaitChildren(1);
                Thread.sleep(500);
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
              slow.stopMoving();
            });
    Ended ended = end(slow);
    operator.join();
    assertThat(ended.reason()).isEqualTo(WorkerEnd.RUN_INTERRUPTED);
    assertThat(ended.observedBy()).isEqualTo(ObservedBy.HOST);
    assertThat(slow.drainMoves())
        .singleElement()
        .satisfies(move -> {
          assertThat(move.failure()).contains(ended);
          assertThat(move.answers()).isLessThan(BARS);
        });
    // Its siblings in the new worker are not disturbed: between two answers the guest waits.
    Session newcomer = bench.started(workers, "good");
    slow.close();
    bars(newcomer, 1);
    assertThat(newcomer.drainMoves()).isEmpty();
  }

  @Test
  void aRunThatNobodyStopsIsToldEverythingAgain() {
    SharedWorkers workers = bench.workers();
    Session slow = bench.started(workers, "slow");
    bars(slow, BARS);
    bench.runAway(workers);
    bars(slow, 1);
    assertThat(slow.drainMoves()).singleElement().matches(move -> move.answers() == BARS + 1);
  }

  @Test
  void runsThatGoOnAloneAreBounded() throws Exception {
    SharedWorkers workers = bench.workers("-", 1, new Starts(2));
    WorkerLimits hasty = GrpcWorkersTest.limits(Duration.ofSeconds(3), HOOK);
    List<Session> suspects = suspects(workers, hasty);
    Session first = suspects.getFirst();
    assertThat(first.answer()).isInstanceOf(Processed.class);
    assertThat(first.drainMoves()).singleElement().matches(move -> goneTo(move).isEmpty());
    Session second = suspects.getLast();
    assertThat(second.answer())
        .isInstanceOfSatisfying(
            Ended.class,
            ended -> {
              assertThat(ended.reason()).isEqualTo(WorkerEnd.SIBLING_ENDED);
              assertThat(ended.observedBy()).isEqualTo(ObservedBy.HOST);
              assertThat(ended.message()).contains("1 runs, as many as may, are alone");
            });
    assertThat(second.drainMoves())
        .singleElement()
        .satisfies(move -> {
          assertThat(move.to()).isEmpty();
          assertThat(move.failure().orElseThrow().reason()).isEqualTo(WorkerEnd.SIBLING_ENDED);
        });
    assertThat(children()).hasSize(1);
  }

  @Test
  void oneMoreMayGoOnAloneOnceAnotherHasEnded() throws Exception {
    SharedWorkers workers = bench.workers("-", 1, new Starts(2));
    List<Session> suspects = suspects(workers, SharedBench.limits(HOOK));
    assertThat(suspects.getFirst().answer()).isInstanceOf(Processed.class);
    ProcessHandle alone = children().getFirst();
    Thread death =
        Thread.ofVirtual()
            .start(() -> {
              boolean _ = alone.destroyForcibly();
            });
    assertThat(suspects.getLast().answer()).isInstanceOf(Processed.class);
    death.join();
  }

  /**
   * Two runs that were both computing when their worker died by itself.
   *
   * @param second limits of the second
   */
  private List<Session> suspects(SharedWorkers workers, WorkerLimits second) {
    List<Session> suspects =
        List.of(
            bench.session(workers, ANNE),
            bench.session(workers.open(second, WorkerKind.python(Profile.GATE), ANNE)));
    start(suspects.getFirst(), "crowded");
    start(suspects.getLast(), "exit-crowded");
    suspects.forEach(suspect -> bars(suspect, SharedFakeWorker.BAD_BAR - 1));
    suspects.forEach(suspect -> suspect.send(GrpcWorkersTest.sets(1)));
    return suspects;
  }

  @Test
  void whoFindsNoWorkerToGoOnInSaysSo() {
    SharedWorkers workers = bench.workers("once=" + marks.resolve("file"), SEATS, new Starts(2));
    Session runaway = bench.session(workers, ANNE);
    WorkerLimits hasty = GrpcWorkersTest.limits(Duration.ofSeconds(3), HOOK);
    Session sibling = bench.session(workers.open(hasty, WorkerKind.python(Profile.GATE), ANNE));
    start(sibling, "good");
    start(runaway, "close");
    bars(sibling, 2);
    bars(runaway, 2);
    assertThat(end(runaway).reason()).isEqualTo(WorkerEnd.PROTOCOL_VIOLATION);
    Ended ended = end(sibling);
    assertThat(ended.reason()).isEqualTo(WorkerEnd.WORKER_START_FAILED);
    assertThat(sibling.drainMoves())
        .containsExactly(
            new Moved(
                new Session.Cause(
                    WorkerEnd.PROTOCOL_VIOLATION,
                    "the shared worker ended: PROTOCOL_VIOLATION",
                    runaway.seat()),
                0,
                java.util.Optional.empty(),
                java.util.Optional.of(ended)));
  }

  @Test
  void aBreachThatOnlyTheCallerSeesEndsTheProcess() {
    SharedWorkers workers = bench.workers();
    Session breaching = bench.started(workers, "good");
    Session sibling = bench.started(workers, "good");
    bars(breaching, 1);
    breaching.judge(Verdict.BREACHED);
    breaching.close();
    bars(sibling, 1);
    assertThat(sibling.drainMoves())
        .singleElement()
        .satisfies(move -> {
          assertThat(move.cause().reason()).isEqualTo(WorkerEnd.PROTOCOL_VIOLATION);
          assertThat(move.cause().endedFor()).isEqualTo(breaching.seat());
        });
  }

  @Test
  void aRunThatIsLeftInOrderLeavesTheProcessToItsSiblings() {
    SharedWorkers workers = bench.workers();
    Session ended = bench.started(workers, "good");
    Session sibling = bench.started(workers, "good");
    bars(ended, 1);
    ended.judge(Verdict.IN_ORDER);
    ended.close();
    // One that nobody ever told anything can have harmed nobody.
    bench.session(workers, ANNE).close();
    bars(sibling, 1);
    assertThat(sibling.drainMoves()).isEmpty();
    assertThat(sibling.stop()).isEqualTo(new Done());
  }

  @Test
  void aRunThatIsLeftWithoutAWordTakesTheProcessWithIt() {
    SharedWorkers workers = bench.workers();
    Session left = bench.started(workers, "good");
    Session sibling = bench.started(workers, "good");
    bars(left, 1);
    left.close();
    bars(sibling, 1);
    assertThat(sibling.drainMoves())
        .singleElement()
        .matches(move -> move.cause().reason() == WorkerEnd.RUN_INTERRUPTED);
  }

  @Test
  void whatIsLoggedAgainCountsAgain() throws Exception {
    Path mark = marks.resolve("file");
    SharedWorkers workers = bench.workers("mark=" + mark, SEATS, new Starts(2));
    Session flooding = bench.started(workers, "floods");
    assertThat(Files.exists(mark)).isTrue();
    bars(flooding, 2);
    bench.runAway(workers);
    Ended ended = end(flooding);
    assertThat(ended.reason()).isEqualTo(WorkerEnd.OUTPUT_LIMIT);
    assertThat(ended.observedBy()).isEqualTo(ObservedBy.HOST);
  }

  @Test
  void noLineIsKeptTwiceWhereverItCame() {
    SharedWorkers workers = bench.workers();
    Session late = bench.started(workers, "late");
    bars(late, 3);
    bench.runAway(workers);
    bars(late, 2);
    assertThat(late.drainLog())
        .startsWith("bar 1", "late 1", "bar 2", "late 2", "bar 3", "late 3", "bar 4", "late 4")
        .doesNotHaveDuplicates();
  }
}
