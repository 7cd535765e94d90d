package dev.glovebox.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glovebox.jail.Jail;
import dev.glovebox.jail.Profile;
import dev.glovebox.jail.Session;
import dev.glovebox.jail.Session.Ended;
import dev.glovebox.jail.Session.Moved;
import dev.glovebox.jail.Session.Processed;
import dev.glovebox.jail.Session.Ready;
import dev.glovebox.jail.Session.SharedSeat;
import dev.glovebox.jail.StartOrder;
import dev.glovebox.jail.WorkerKind;
import dev.glovebox.jail.WorkerLimits;
import dev.glovebox.jail.Workers;
import dev.glovebox.jail.Workers.Failed;
import dev.glovebox.jail.Workers.Open;
import dev.glovebox.jail.Workers.Sharing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** Shared workers whose processes are {@link SharedFakeWorker}s; sees that nothing is left. */
final class SharedBench implements AutoCloseable {
  static final Duration LONG = Duration.ofSeconds(30);
  static final Duration HOOK = Duration.ofSeconds(2);
  static final Sharing ANNE = new Sharing("teams/t/anne", "PAPER");
  static final int SEATS = 3;

  /** How far the clock of deadlines is ahead of the machine's. */
  final AtomicLong ahead = new AtomicLong();

  final Path scratch;
  final Path recordings;
  final Jail jail;
  private final List<Session> opened = new CopyOnWriteArrayList<>();

  SharedBench(Path scratch) throws IOException {
    this.scratch = scratch;
    this.jail = TestProcesses.jail(scratch);
    this.recordings = Files.createDirectory(scratch.resolve("recordings"));
  }

  GrpcWorkers cold(String mode) {
    return new GrpcWorkers(
        jail,
        Map.of(WorkerKind.python(Profile.GATE), TestProcesses.image(SharedFakeWorker.class, mode)),
        scratch,
        TestProcesses.nonces(),
        () -> System.nanoTime() + ahead.get());
  }

  SharedWorkers workers() {
    return workers("-", SEATS, new Starts(2));
  }

  SharedWorkers workers(String mode, int aloneMax, Starts starts) {
    GrpcWorkers cold = cold(mode);
    return new SharedWorkers(
        cold,
        cold,
        new SharedWorkers.Rules(Map.of("PAPER", SEATS, "BACKTEST", SEATS), recordings, aloneMax),
        starts);
  }

  Session session(Workers workers, Sharing sharing) {
    return session(workers.open(limits(HOOK), WorkerKind.python(Profile.GATE), sharing));
  }

  Session session(Workers.Opened open) {
    return switch (open) {
      case Open(Session session) -> {
        opened.add(session);
        yield session;
      }
      case Failed(Ended end) -> throw new AssertionError(end.toString());
    };
  }

  Session started(Workers workers, String mode) {
    Session session = session(workers, ANNE);
    start(session, mode);
    return session;
  }

  static void start(Session session, String mode) {
    assertThat(session.start(order(mode))).isInstanceOf(Ready.class);
  }

  static void bars(Session session, int count) {
    for (int i = 0; i < count; i++) {
      assertThat(session.next(GrpcWorkersTest.sets(1))).isInstanceOf(Processed.class);
    }
  }

  static Ended end(Session session) {
    return (Ended) session.next(GrpcWorkersTest.sets(1));
  }

  /** Has a new run in {@code workers} break the protocol, which takes its process with it. */
  void runAway(Workers workers) {
    Session runaway = started(workers, "close");
    bars(runaway, SharedFakeWorker.BAD_BAR - 1);
    var _ = end(runaway);
  }

  static Optional<SharedSeat> goneTo(Moved move) {
    assertThat(move.failure()).isEmpty();
    return move.to().orElseThrow().seat();
  }

  static SharedSeat seat(Session session) {
    return session.seat().orElseThrow();
  }

  static WorkerLimits limits(Duration hook) {
    return GrpcWorkersTest.limits(LONG, hook);
  }

  private static StartOrder order(String mode) {
    StartOrder order = GrpcWorkersTest.order();
    return new StartOrder(
        order.language(),
        order.preparedForm(),
        order.lineMap(),
        order.parameters(),
        order.instruments(),
        order.accountCurrency(),
        order.seed(),
        order.limits(),
        order.sizing(),
        mode);
  }

  static List<ProcessHandle> children() {
    return ProcessHandle.current().children().filter(ProcessHandle::isAlive).toList();
  }

  static void awaitChildren(int count) throws InterruptedException {
    while (children().size() != count) {
      Thread.sleep(10);
    }
  }

  @Override
  public void close() throws IOException {
    opened.forEach(Session::close);
    jail.close();
    try (Stream<Path> left = Files.list(recordings)) {
      assertThat(left).isEmpty();
    }
    Files.delete(recordings);
    try (Stream<Path> left = Files.list(scratch)) {
      assertThat(left).isEmpty();
    }
    assertThat(children()).isEmpty();
  }
}
