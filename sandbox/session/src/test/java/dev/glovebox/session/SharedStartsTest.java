package dev.glovebox.session;

import static dev.glovebox.session.SharedBench.ANNE;
import static dev.glovebox.session.SharedBench.HOOK;
import static dev.glovebox.session.SharedBench.LONG;
import static dev.glovebox.session.SharedBench.SEATS;
import static dev.glovebox.session.SharedBench.awaitChildren;
import static dev.glovebox.session.SharedBench.bars;
import static dev.glovebox.session.SharedBench.children;
import static dev.glovebox.session.SharedBench.end;
import static dev.glovebox.session.SharedBench.limits;
import static dev.glovebox.session.SharedBench.seat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.glovebox.jail.Profile;
import dev.glovebox.jail.Session;
import dev.glovebox.jail.Session.Ended;
import dev.glovebox.jail.WorkerEnd;
import dev.glovebox.jail.WorkerKind;
import dev.glovebox.jail.WorkerLimits;
import dev.glovebox.jail.Workers.Failed;
import dev.glovebox.jail.Workers.Opened;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** How shared workers are started, and who waits for them. */
@Timeout(120)
final class SharedStartsTest {
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

  private Path gate() {
    return marks.resolve("gate");
  }

  @Test
  void whoFindsNoPlaceInAWorkerThatStartsStartsAnotherAtTheSameTime() throws Exception {
    SharedWorkers workers = bench.workers("gate=" + gate(), SEATS, new Starts(2));
    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Opened>> runs = new ArrayList<>();
      for (int i = 0; i <= SEATS; i++) {
        runs.add(
            callers.submit(
                () -> workers.open(limits(HOOK), WorkerKind.python(Profile.GATE), ANNE)));
      }
      // Neither of the two is ready before both are there.
      awaitChildren(2);
      Files.writeString(gate(), "");
      List<Session> sessions = new ArrayList<>();
      for (Future<Opened> run : runs) {
        sessions.add(bench.session(run.get()));
      }
      assertThat(sessions.stream().map(session -> seat(session).worker()).distinct()).hasSize(2);
      assertThat(sessions.stream().map(SharedBench::seat).distinct()).hasSize(SEATS + 1);
    }
    assertThat(children()).hasSize(2);
  }

  @Test
  void aStartEndsWithTheLastWhoWaitsForIt() throws Exception {
    SharedWorkers workers = bench.workers("gate=" + gate(), SEATS, new Starts(2));
    Files.writeString(gate(), "");
    // So long that a start which goes on for nobody outlasts this test.
    WorkerLimits patient = GrpcWorkersTest.limits(Duration.ofMinutes(10), HOOK);
    try (ExecutorService one = Executors.newSingleThreadExecutor();
        ExecutorService other = Executors.newSingleThreadExecutor()) {
      Session first = one.submit(() -> started(workers, patient)).get();
      Session second = other.submit(() -> started(workers, patient)).get();
      bench.runAway(workers);
      awaitChildren(0);
      Files.delete(gate());
      Future<Ended> firstEnd = one.submit(() -> end(first));
      awaitChildren(1);
      Future<Ended> secondEnd = other.submit(() -> end(second));
      second.stopMoving();
      // Who joined leaves at once; the worker is still wanted.
      assertThat(secondEnd.get().reason()).isEqualTo(WorkerEnd.RUN_INTERRUPTED);
      assertThat(children()).hasSize(1);
      first.stopMoving();
      assertThat(firstEnd.get().reason()).isEqualTo(WorkerEnd.RUN_INTERRUPTED);
      assertThat(children()).isEmpty();
      one.submit(first::close).get();
      other.submit(second::close).get();
    }
  }

  private Session started(SharedWorkers workers, WorkerLimits limits) {
    Session session = bench.session(workers.open(limits, WorkerKind.python(Profile.GATE), ANNE));
    SharedBench.start(session, "good");
    return session;
  }

  @Test
  void aWorkerThatMakesOnlySomeOfItsConnectionsEndsWithTheStartsDeadline() throws Exception {
    Path made = marks.resolve("made");
    SharedWorkers workers = bench.workers("partial=" + made, SEATS, new Starts(2));
    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Opened> start =
          callers.submit(() -> workers.open(limits(HOOK), WorkerKind.python(Profile.GATE), ANNE));
      while (!Files.exists(made)) {
        Thread.sleep(10);
      }
      assertThat(start.isDone()).isFalse();
      bench.ahead.set(LONG.toNanos());
      assertThat(start.get())
          .isInstanceOfSatisfying(
              Failed.class,
              failed -> {
                assertThat(failed.end().reason()).isEqualTo(WorkerEnd.WORKER_START_FAILED);
                assertThat(failed.end().message()).contains("only 2 of its connections");
              });
    }
    assertThat(children()).isEmpty();
    // The control: alone it makes all that it should.
    Session alone = bench.session(workers.open(limits(HOOK), WorkerKind.python(Profile.GATE)));
    SharedBench.start(alone, "good");
    bars(alone, 1);
  }

  @Test
  void startsOfAllKindsCountTogether() throws Exception {
    Starts starts = new Starts(1);
    SharedWorkers shared = bench.workers("gate=" + gate(), SEATS, starts);
    WorkerLimits hasty = GrpcWorkersTest.limits(Duration.ofSeconds(2), HOOK);
    // One that is never ready, so that the pool stays empty.
    GrpcWorkers never = bench.cold("gate=" + marks.resolve("never"));
    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Opened> first =
          callers.submit(() -> shared.open(limits(HOOK), WorkerKind.python(Profile.GATE), ANNE));
      awaitChildren(1);
      try (WarmWorkers warm =
          new WarmWorkers(
              never,
              List.of(new WarmWorkers.Stock(WorkerKind.python(Profile.GATE), hasty, 1)),
              starts)) {
        assertThat(warm.open(hasty))
            .isInstanceOfSatisfying(
                Failed.class,
                failed ->
                    assertThat(failed.end().message()).contains("too many workers were starting"));
      }
      Files.writeString(gate(), "");
      var _ = bench.session(first.get());
    }
  }
}
