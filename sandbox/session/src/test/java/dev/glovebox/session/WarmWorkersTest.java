package dev.glovebox.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glovebox.jail.Jail;
import dev.glovebox.jail.ProcessImage;
import dev.glovebox.jail.Profile;
import dev.glovebox.jail.Session;
import dev.glovebox.jail.Session.Ended;
import dev.glovebox.jail.Session.Ready;
import dev.glovebox.jail.WorkerEnd;
import dev.glovebox.jail.WorkerKind;
import dev.glovebox.jail.WorkerLimits;
import dev.glovebox.jail.Workers;
import dev.glovebox.jail.Workers.Failed;
import dev.glovebox.jail.Workers.Open;
import dev.glovebox.jail.Workers.Opened;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
final class WarmWorkersTest {
  private static final Duration LONG = Duration.ofSeconds(20);
  private static final WorkerLimits LIMITS = GrpcWorkersTest.limits(LONG, LONG);

  @TempDir Path scratch;
  private Jail jail;

  @BeforeEach
  void open() {
    jail = TestProcesses.jail(scratch);
  }

  @AfterEach
  void nothingIsLeft() throws IOException {
    jail.close();
    try (Stream<Path> left = Files.list(scratch)) {
      assertThat(left).isEmpty();
    }
    assertThat(children()).isEmpty();
  }

  @Test
  void aWorkerServesOneRunAndAnotherTakesItsPlace() throws Exception {
    try (WarmWorkers pool = pool("good", 1)) {
      awaitWaiting(pool, WorkerKind.python(Profile.GATE), 1);
      ProcessHandle first = children().getFirst();
      try (Session session = session(pool.open(LIMITS))) {
        assertThat(session.start(GrpcWorkersTest.order())).isInstanceOf(Ready.class);
        awaitWaiting(pool, WorkerKind.python(Profile.GATE), 1);
        assertThat(children()).hasSize(2).contains(first);
      }
      assertThat(first.isAlive()).isFalse();
      assertThat(children()).hasSize(1).doesNotContain(first);
    }
  }

  @Test
  void limitsOfTheRunHoldForAWorkerThatWaitedWithOthers() throws Exception {
    try (WarmWorkers pool = pool("silent-start", 1)) {
      awaitWaiting(pool, WorkerKind.python(Profile.GATE), 1);
      WorkerLimits hasty = GrpcWorkersTest.limits(Duration.ofMillis(1500), LONG);
      Thread.sleep(1600);
      try (Session session = session(pool.open(hasty))) {
        assertThat(session.start(GrpcWorkersTest.order()))
            .isInstanceOfSatisfying(
                Ended.class,
                ended -> {
                  assertThat(ended.reason()).isEqualTo(WorkerEnd.WALL_DEADLINE);
                  assertThat(ended.message()).contains("1500 ms");
                });
      }
    }
  }

  @Test
  void aRunOfAnotherSizeOrProfileIsNotGivenOneThatWaits() throws Exception {
    try (WarmWorkers pool = pool("good", 1)) {
      awaitWaiting(pool, WorkerKind.python(Profile.GATE), 1);
      ProcessHandle ahead = children().getFirst();
      WorkerLimits larger =
          new WorkerLimits(1_000_000, LONG, LONG, 72, 64, 200, 4096, 1024 * 1024, 256, 10_000);
      try (Session session = session(pool.open(larger))) {
        assertThat(session.start(GrpcWorkersTest.order())).isInstanceOf(Ready.class);
        assertThat(children()).hasSize(2);
      }
      assertThat(pool.open(LIMITS, WorkerKind.python(Profile.BULK)))
          .isInstanceOfSatisfying(
              Failed.class, failed -> assertThat(failed.end().message()).contains("no profile"));
      assertThat(children()).containsExactly(ahead);
    }
  }

  @Test
  void eachProfileHasProcessesOfItsOwn() throws Exception {
    List<WarmWorkers.Stock> stocks =
        List.of(
            stock(WorkerKind.python(Profile.GATE), LIMITS, 1),
            stock(WorkerKind.python(Profile.BULK), LIMITS, 1));
    try (WarmWorkers pool = new WarmWorkers(bothProfiles(), stocks, new Starts(1))) {
      awaitWaiting(pool, WorkerKind.python(Profile.GATE), 1);
      awaitWaiting(pool, WorkerKind.python(Profile.BULK), 1);
      List<ProcessHandle> ahead = children();
      try (Session bulk = session(pool.open(LIMITS, WorkerKind.python(Profile.BULK)))) {
        assertThat(bulk.start(GrpcWorkersTest.order())).isInstanceOf(Ready.class);
        assertThat(pool.handedOver(WorkerKind.python(Profile.BULK))).isEqualTo(1);
        assertThat(pool.handedOver(WorkerKind.python(Profile.GATE))).isZero();
        assertThat(pool.waiting(WorkerKind.python(Profile.GATE))).isEqualTo(1);
        awaitWaiting(pool, WorkerKind.python(Profile.BULK), 1);
        assertThat(children()).hasSize(3).containsAll(ahead);
      }
    }
    assertThatThrownBy(() ->
            new WarmWorkers(bothProfiles(), List.of(stocks.get(0), stocks.get(0)), new Starts(1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void noProcessIsEverGivenToASecondOwner() throws Exception {
    try (WarmWorkers pool = pool("good", 2)) {
      awaitWaiting(pool, WorkerKind.python(Profile.GATE), 2);
      Set<Long> seen = new HashSet<>();
      for (String owner : List.of("teams/t/anne", "teams/t/bob", "teams/t/anne")) {
        awaitWaiting(pool, WorkerKind.python(Profile.GATE), 2);
        List<ProcessHandle> before = children();
        try (Session session =
            session(
                pool.open(
                    LIMITS,
                    WorkerKind.python(Profile.GATE),
                    new Workers.Sharing(owner, "PAPER")))) {
          assertThat(session.start(GrpcWorkersTest.order())).isInstanceOf(Ready.class);
        }
        List<ProcessHandle> used = before.stream().filter(process -> !process.isAlive()).toList();
        assertThat(used).hasSize(1);
        assertThat(seen.add(used.getFirst().pid())).isTrue();
      }
      assertThat(pool.handedOver(WorkerKind.python(Profile.GATE))).isEqualTo(3);
    }
  }

  @Test
  void aPoolOfNothingStartsWhatIsAskedFor() throws Exception {
    try (WarmWorkers pool = new WarmWorkers(workers("good"), List.of(), new Starts(1))) {
      assertThat(pool.waiting(WorkerKind.python(Profile.GATE))).isZero();
      try (Session session = session(pool.open(LIMITS))) {
        assertThat(session.start(GrpcWorkersTest.order())).isInstanceOf(Ready.class);
        assertThat(children()).hasSize(1);
      }
      assertThat(pool.handedOver(WorkerKind.python(Profile.GATE))).isZero();
    }
  }

  @Test
  void oneThatDiedWhileItWaitedIsPassedOver() throws Exception {
    try (WarmWorkers pool = pool("good", 1)) {
      awaitWaiting(pool, WorkerKind.python(Profile.GATE), 1);
      ProcessHandle ahead = children().getFirst();
      ahead.destroyForcibly();
      ahead.onExit().join();
      try (Session session = session(pool.open(LIMITS))) {
        assertThat(session.start(GrpcWorkersTest.order())).isInstanceOf(Ready.class);
      }
    }
  }

  @Test
  void whoFindsNoneWaitsForItsTurnToStartOne() throws Exception {
    // Nobody greets, so nothing waits and each start takes all of its time.
    WorkerLimits patient = GrpcWorkersTest.limits(Duration.ofSeconds(2), LONG);
    try (WarmWorkers pool =
            new WarmWorkers(
                workers("silent"),
                List.of(stock(WorkerKind.python(Profile.GATE), patient, 1)),
                new Starts(1));
        ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Opened>> runs =
          List.of(() -> pool.open(patient), () -> pool.open(patient), () -> pool.open(patient));
      List<String> ends =
          callers.invokeAll(runs).stream().map(run -> message(run.resultNow())).toList();
      assertThat(ends).anyMatch(end -> end.contains("did not connect in time"));
      assertThat(ends).anyMatch(end -> end.contains("too many workers were starting"));
    }
  }

  @Test
  void closingEndsThoseThatWait() throws Exception {
    WarmWorkers pool = pool("good", 2);
    awaitWaiting(pool, WorkerKind.python(Profile.GATE), 2);
    pool.close();
    assertThat(pool.waiting(WorkerKind.python(Profile.GATE))).isZero();
    assertThat(children()).isEmpty();
  }

  @Test
  void aPoolIsBounded() {
    int tooMany = WarmWorkers.WAITING_MAX + 1;
    assertThatThrownBy(
            () -> new WarmWorkers.Stock(WorkerKind.python(Profile.GATE), LIMITS, tooMany))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new WarmWorkers.Stock(WorkerKind.python(Profile.GATE), LIMITS, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private WarmWorkers pool(String mode, int count) throws IOException {
    return new WarmWorkers(
        workers(mode),
        List.of(stock(WorkerKind.python(Profile.GATE), LIMITS, count)),
        new Starts(1));
  }

  private static WarmWorkers.Stock stock(WorkerKind kind, WorkerLimits limits, int count) {
    return new WarmWorkers.Stock(kind, limits, count);
  }

  private GrpcWorkers workers(String mode) {
    return workers(
        Map.of(WorkerKind.python(Profile.GATE), TestProcesses.image(FakeWorker.class, mode)));
  }

  private GrpcWorkers bothProfiles() {
    ProcessImage image = TestProcesses.image(FakeWorker.class, "good");
    return workers(
        Map.of(WorkerKind.python(Profile.GATE), image, WorkerKind.python(Profile.BULK), image));
  }

  private GrpcWorkers workers(Map<WorkerKind, ProcessImage> images) {
    return new GrpcWorkers(jail, images, scratch, TestProcesses.nonces(), System::nanoTime);
  }

  private static Session session(Opened opened) {
    return ((Open) opened).session();
  }

  private static String message(Opened opened) {
    return ((Failed) opened).end().message();
  }

  private static List<ProcessHandle> children() {
    return ProcessHandle.current().children().toList();
  }

  private static void awaitWaiting(WarmWorkers pool, WorkerKind kind, int count)
      throws InterruptedException {
    while (pool.waiting(kind) < count) {
      Thread.sleep(20);
    }
  }
}
