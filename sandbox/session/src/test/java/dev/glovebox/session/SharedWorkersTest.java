package dev.glovebox.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glovebox.jail.Jail;
import dev.glovebox.jail.JailedProcess;
import dev.glovebox.jail.ObservedBy;
import dev.glovebox.jail.ProcessLimits;
import dev.glovebox.jail.Profile;
import dev.glovebox.jail.Session;
import dev.glovebox.jail.Session.Done;
import dev.glovebox.jail.Session.Ended;
import dev.glovebox.jail.Session.Moved;
import dev.glovebox.jail.Session.Processed;
import dev.glovebox.jail.Session.Ready;
import dev.glovebox.jail.Session.SharedSeat;
import dev.glovebox.jail.StartOrder;
import dev.glovebox.jail.WorkerEnd;
import dev.glovebox.jail.WorkerLimits;
import dev.glovebox.jail.Workers;
import dev.glovebox.jail.Workers.Failed;
import dev.glovebox.jail.Workers.Open;
import dev.glovebox.jail.Workers.Sharing;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
final class SharedWorkersTest {
  private static final Duration LONG = Duration.ofSeconds(30);
  private static final Duration HOOK = Duration.ofSeconds(2);
  private static final Sharing ANNE = new Sharing("teams/t/anne", "PAPER");
  private static final Sharing BERT = new Sharing("teams/t/bert", "PAPER");
  private static final int SEATS = 3;

  @TempDir Path scratch;
  private Path recordings = Path.of("");
  private Jail jail;
  private final List<Session> opened = new ArrayList<>();

  @BeforeEach
  void open() throws IOException {
    jail = TestProcesses.jail(scratch);
    recordings = Files.createDirectory(scratch.resolve("recordings"));
  }

  @AfterEach
  void nothingIsLeft() throws IOException {
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

  @Test
  void runsOfOneOwnerShareAProcessUntilItIsFull() {
    SharedWorkers workers = workers();
    List<Session> sessions = Stream.generate(() -> session(workers, ANNE)).limit(SEATS).toList();
    assertThat(children()).hasSize(1);
    String worker = seat(sessions.getFirst()).worker();
    for (int at = 0; at < SEATS; at++) {
      assertThat(seat(sessions.get(at))).isEqualTo(new SharedSeat(worker, at + 1, SEATS));
      assertThat(sessions.get(at).isolationMeasures()).contains("shared-by-one-owner", "own-jvm");
      start(sessions.get(at), "good");
      bars(sessions.get(at), 2);
    }
    assertThat(seat(session(workers, ANNE)).worker()).isNotEqualTo(worker);
    assertThat(children()).hasSize(2);
  }

  @Test
  void nobodyElsesRunIsGivenAPlace() {
    SharedWorkers workers = workers();
    String annes = seat(session(workers, ANNE)).worker();
    // The control: her own next run would be given it.
    assertThat(seat(session(workers, ANNE)).worker()).isEqualTo(annes);
    assertThat(seat(session(workers, BERT)).worker()).isNotEqualTo(annes);
    assertThat(session(workers, new Sharing(ANNE.owner(), "LIVE")).seat()).isEmpty();
    assertThat(seat(session(workers, new Sharing(ANNE.owner(), "BACKTEST"))).worker())
        .isNotEqualTo(annes);
    assertThat(children()).hasSize(4);
  }

  @Test
  void whoDoesNotSayWhoseRunItIsSharesWithNobody() {
    SharedWorkers workers = workers();
    opened.add(((Open) workers.open(limits(HOOK), Profile.GATE)).session());
    assertThat(opened.getLast().seat()).isEmpty();
    assertThat(workers.open(limits(HOOK), Profile.BULK, ANNE)).isInstanceOf(Failed.class);
  }

  @Test
  void theProcessEndsWithTheLastRunInIt() {
    SharedWorkers workers = workers();
    Session first = started(workers, "good");
    Session second = started(workers, "good");
    assertThat(first.stop()).isEqualTo(new Done());
    first.close();
    bars(second, 2);
    assertThat(children()).hasSize(1);
    second.close();
    assertThat(children()).isEmpty();
    assertThat(seat(session(workers, ANNE)).number()).isEqualTo(1);
  }

  @Test
  void anEndOfTheGuestsOwnLeavesItsSiblingsAlone() {
    SharedWorkers workers = workers();
    Session failing = started(workers, "fault");
    Session sibling = started(workers, "good");
    bars(failing, 2);
    assertThat(end(failing).reason()).isEqualTo(WorkerEnd.STRATEGY_ERROR);
    failing.close();
    bars(sibling, 5);
    assertThat(sibling.drainMoves()).isEmpty();
    assertThat(sibling.stop()).isEqualTo(new Done());
  }

  @Test
  void aRunawayEndsByItsOwnCodeAndItsSiblingsGoOnTogetherElsewhere() {
    SharedWorkers workers = workers();
    Session runaway = started(workers, "sleep");
    List<Session> siblings = List.of(started(workers, "good"), started(workers, "good"));
    siblings.forEach(sibling -> bars(sibling, 4));
    bars(runaway, 2);
    Ended end = end(runaway);
    assertThat(end.reason()).isEqualTo(WorkerEnd.WALL_DEADLINE);
    assertThat(end.observedBy()).isEqualTo(ObservedBy.HOST);
    String before = seat(runaway).worker();
    List<Moved> moves = new ArrayList<>();
    for (Session sibling : siblings) {
      assertThat(sibling.drainLog()).containsExactly("bar 1", "bar 2", "bar 3", "bar 4");
      bars(sibling, 1);
      assertThat(sibling.drainLog()).containsExactly("bar 5");
      moves.addAll(sibling.drainMoves());
      assertThat(sibling.drainMoves()).isEmpty();
    }
    assertThat(moves)
        .allSatisfy(move -> {
          assertThat(move.sentence()).contains("WALL_DEADLINE");
          // The start and four bars.
          assertThat(move.answers()).isEqualTo(5);
        });
    assertThat(moves.stream().map(move -> move.seat().orElseThrow().worker()).distinct())
        .hasSize(1)
        .doesNotContain(before);
    assertThat(siblings).allMatch(sibling -> sibling.stop().equals(new Done()));
  }

  @Test
  void aDeadlineThatSiblingsMayHaveCausedIsNotTheRunsOwn() {
    Session slowed = started(workers(), "crowded");
    bars(slowed, 5);
    assertThat(slowed.drainMoves())
        .singleElement()
        .satisfies(move -> {
          assertThat(move.sentence()).contains("no answer within", "among siblings");
          assertThat(move.seat()).isEmpty();
        });
    assertThat(slowed.stop()).isEqualTo(new Done());
  }

  @Test
  void whoeverMayHaveBroughtTheProcessDownGoesOnAloneAndEndsByItsOwnCodeIfItDid() {
    SharedWorkers workers = workers();
    Session hungry = started(workers, "memory");
    Session sibling = started(workers, "good");
    bars(hungry, 2);
    bars(sibling, 2);
    assertThat(end(hungry).reason()).isEqualTo(WorkerEnd.MEMORY_LIMIT);
    assertThat(hungry.drainMoves())
        .singleElement()
        .satisfies(move -> {
          assertThat(move.sentence()).contains("MEMORY_LIMIT");
          assertThat(move.seat()).isEmpty();
        });
    bars(sibling, 1);
    assertThat(sibling.drainMoves()).singleElement().matches(move -> move.seat().isPresent());
  }

  @Test
  void theSecondMoveIsToAWorkerOfItsOwn() {
    SharedWorkers workers = workers();
    Session sibling = started(workers, "good");
    Session runaway = started(workers, "sleep");
    bars(runaway, 2);
    assertThat(end(runaway).reason()).isEqualTo(WorkerEnd.WALL_DEADLINE);
    bars(sibling, 1);
    Session another = started(workers, "sleep");
    bars(another, 2);
    assertThat(end(another).reason()).isEqualTo(WorkerEnd.WALL_DEADLINE);
    bars(sibling, 1);
    assertThat(sibling.drainMoves().stream().map(move -> move.seat().isPresent()))
        .containsExactly(true, false);
    assertThat(sibling.drainLog()).containsExactly("bar 1", "bar 2");
  }

  @Test
  void whoSaysSomethingElseAfterARestartHasDiverged() {
    SharedWorkers workers = workers();
    Session liar = started(workers, "process-id");
    Session runaway = started(workers, "sleep");
    bars(liar, 2);
    bars(runaway, 2);
    end(runaway);
    assertThat(liar.next(GrpcWorkersTest.sets(1)))
        .isInstanceOfSatisfying(
            Ended.class,
            ended -> {
              assertThat(ended.reason()).isEqualTo(WorkerEnd.RESTART_DIVERGED);
              assertThat(ended.observedBy()).isEqualTo(ObservedBy.HOST);
              assertThat(ended.message()).contains("frame 2");
            });
  }

  @Test
  void aRunThatIsLeftWhileItComputesTakesTheProcessWithIt() {
    SharedWorkers workers = workers();
    Session sleeping = started(workers, "sleep");
    Session sibling = started(workers, "good");
    bars(sleeping, 2);
    sleeping.send(GrpcWorkersTest.sets(1));
    sleeping.close();
    bars(sibling, 1);
    assertThat(sibling.drainMoves()).hasSize(1);
  }

  @Test
  void aStreamThatItsGuestClosedIsItsOwnViolation() {
    SharedWorkers workers = workers();
    Session closing = started(workers, "close");
    Session sibling = started(workers, "good");
    bars(closing, 2);
    assertThat(end(closing).reason()).isEqualTo(WorkerEnd.PROTOCOL_VIOLATION);
    bars(sibling, 1);
    assertThat(sibling.drainMoves()).hasSize(1);
  }

  @Test
  void oneConnectionMoreThanThereArePlacesIsSeenAndRefused() throws Exception {
    assertThat(dialled(SEATS)).isTrue();
    assertThat(dialled(SEATS + 1)).isFalse();
  }

  /** Whether so many connections, all there before the first is looked at, are taken. */
  private boolean dialled(int times) throws IOException {
    List<SocketChannel> sockets = new ArrayList<>();
    try (JailedProcess process =
            jail.start(TestProcesses.image(FakeWorker.class, "silent"), new ProcessLimits(64, 64));
        AcceptOnce accept = AcceptOnce.listen(scratch, SEATS)) {
      for (int i = 0; i < times; i++) {
        sockets.add(SocketChannel.open(UnixDomainSocketAddress.of(accept.socket())));
      }
      Optional<List<SocketChannel>> accepted =
          accept.accept(process, System.nanoTime() + LONG.toNanos(), System::nanoTime);
      accepted.stream().flatMap(List::stream).forEach(ConnectedWorker::close);
      assertThat(accept.crowded()).isEqualTo(accepted.isEmpty());
      return accepted.isPresent();
    } finally {
      sockets.forEach(ConnectedWorker::close);
    }
  }

  @Test
  void whoAsksForManySizesLeavesNothingOfThemBehind() {
    SharedWorkers workers = workers();
    for (int heap = 64; heap < 68; heap++) {
      WorkerLimits size =
          new WorkerLimits(1_000_000, HOOK, LONG, heap, 64, 200, 4096, 1024 * 1024, 256, 10_000);
      ((Open) workers.open(size, Profile.GATE, ANNE)).session().close();
      assertThat(workers.rooms()).isEqualTo(1);
    }
  }

  @Test
  void placesAreBounded() {
    int most = SharedWorkers.RUNS_PER_WORKER_MAX;
    assertThat(new SharedWorkers.Rules(Map.of("PAPER", most, "BACKTEST", 1), recordings, 1))
        .isNotNull();
    int tooMany = SharedWorkers.RUNS_PER_WORKER_MAX + 1;
    assertThatThrownBy(() -> new SharedWorkers.Rules(Map.of("PAPER", tooMany), recordings, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new SharedWorkers.Rules(Map.of("PAPER", 0), recordings, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private SharedWorkers workers() {
    GrpcWorkers cold =
        new GrpcWorkers(
            jail,
            Map.of(Profile.GATE, TestProcesses.image(SharedFakeWorker.class, "-")),
            scratch,
            TestProcesses.nonces(),
            System::nanoTime);
    return new SharedWorkers(
        cold,
        cold,
        new SharedWorkers.Rules(Map.of("PAPER", SEATS, "BACKTEST", SEATS), recordings, 2));
  }

  private Session session(Workers workers, Sharing sharing) {
    return switch (workers.open(limits(HOOK), Profile.GATE, sharing)) {
      case Open(Session session) -> {
        opened.add(session);
        yield session;
      }
      case Failed(Ended end) -> throw new AssertionError(end.toString());
    };
  }

  private Session started(Workers workers, String mode) {
    Session session = session(workers, ANNE);
    start(session, mode);
    return session;
  }

  private static void start(Session session, String mode) {
    assertThat(session.start(order(mode))).isInstanceOf(Ready.class);
  }

  private static void bars(Session session, int count) {
    for (int i = 0; i < count; i++) {
      assertThat(session.next(GrpcWorkersTest.sets(1))).isInstanceOf(Processed.class);
    }
  }

  private static Ended end(Session session) {
    return (Ended) session.next(GrpcWorkersTest.sets(1));
  }

  private static SharedSeat seat(Session session) {
    return session.seat().orElseThrow();
  }

  private static WorkerLimits limits(Duration hook) {
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

  private static List<ProcessHandle> children() {
    return ProcessHandle.current().children().toList();
  }
}
