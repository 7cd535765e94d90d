package dev.glovebox.session;

import static dev.glovebox.session.SharedBench.ANNE;
import static dev.glovebox.session.SharedBench.HOOK;
import static dev.glovebox.session.SharedBench.LONG;
import static dev.glovebox.session.SharedBench.SEATS;
import static dev.glovebox.session.SharedBench.bars;
import static dev.glovebox.session.SharedBench.children;
import static dev.glovebox.session.SharedBench.end;
import static dev.glovebox.session.SharedBench.goneTo;
import static dev.glovebox.session.SharedBench.limits;
import static dev.glovebox.session.SharedBench.seat;
import static dev.glovebox.session.SharedBench.start;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glovebox.jail.JailedProcess;
import dev.glovebox.jail.ObservedBy;
import dev.glovebox.jail.ProcessLimits;
import dev.glovebox.jail.Profile;
import dev.glovebox.jail.Session;
import dev.glovebox.jail.Session.Done;
import dev.glovebox.jail.Session.Ended;
import dev.glovebox.jail.Session.Moved;
import dev.glovebox.jail.Session.SharedSeat;
import dev.glovebox.jail.WorkerEnd;
import dev.glovebox.jail.WorkerKind;
import dev.glovebox.jail.WorkerLimits;
import dev.glovebox.jail.Workers.Failed;
import dev.glovebox.jail.Workers.Open;
import dev.glovebox.jail.Workers.Sharing;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
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
  private static final Sharing BERT = new Sharing("teams/t/bert", "PAPER");

  @TempDir Path scratch;
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
  void runsOfOneOwnerShareAProcessUntilItIsFull() {
    SharedWorkers workers = bench.workers();
    List<Session> sessions =
        Stream.generate(() -> bench.session(workers, ANNE)).limit(SEATS).toList();
    assertThat(children()).hasSize(1);
    String worker = seat(sessions.getFirst()).worker();
    for (int at = 0; at < SEATS; at++) {
      assertThat(seat(sessions.get(at))).isEqualTo(new SharedSeat(worker, at + 1, SEATS));
      assertThat(sessions.get(at).isolationMeasures()).contains("shared-by-one-owner", "own-jvm");
      start(sessions.get(at), "good");
      bars(sessions.get(at), 2);
    }
    assertThat(seat(bench.session(workers, ANNE)).worker()).isNotEqualTo(worker);
    assertThat(children()).hasSize(2);
  }

  @Test
  void nobodyElsesRunIsGivenAPlace() {
    SharedWorkers workers = bench.workers();
    String annes = seat(bench.session(workers, ANNE)).worker();
    // The control: her own next run would be given it.
    assertThat(seat(bench.session(workers, ANNE)).worker()).isEqualTo(annes);
    assertThat(seat(bench.session(workers, BERT)).worker()).isNotEqualTo(annes);
    assertThat(bench.session(workers, new Sharing(ANNE.owner(), "LIVE")).seat()).isEmpty();
    assertThat(seat(bench.session(workers, new Sharing(ANNE.owner(), "BACKTEST"))).worker())
        .isNotEqualTo(annes);
    assertThat(children()).hasSize(4);
  }

  @Test
  void whoDoesNotSayWhoseRunItIsSharesWithNobody() {
    SharedWorkers workers = bench.workers();
    Session alone = bench.session(workers.open(limits(HOOK), WorkerKind.python(Profile.GATE)));
    assertThat(alone.seat()).isEmpty();
    assertThat(workers.open(limits(HOOK), WorkerKind.python(Profile.BULK), ANNE))
        .isInstanceOf(Failed.class);
  }

  @Test
  void theProcessEndsWithTheLastRunInIt() {
    SharedWorkers workers = bench.workers();
    Session first = bench.started(workers, "good");
    Session second = bench.started(workers, "good");
    assertThat(first.stop()).isEqualTo(new Done());
    first.close();
    bars(second, 2);
    assertThat(children()).hasSize(1);
    second.close();
    assertThat(children()).isEmpty();
    assertThat(seat(bench.session(workers, ANNE)).number()).isEqualTo(1);
  }

  @Test
  void anEndOfTheGuestsOwnLeavesItsSiblingsAlone() {
    SharedWorkers workers = bench.workers();
    Session failing = bench.started(workers, "fault");
    Session sibling = bench.started(workers, "good");
    bars(failing, 2);
    assertThat(end(failing).reason()).isEqualTo(WorkerEnd.STRATEGY_ERROR);
    failing.close();
    bars(sibling, 5);
    assertThat(sibling.drainMoves()).isEmpty();
    assertThat(sibling.stop()).isEqualTo(new Done());
  }

  @Test
  void aRunawayEndsByItsOwnCodeAndItsSiblingsGoOnTogetherElsewhere() {
    SharedWorkers workers = bench.workers();
    Session runaway = bench.started(workers, "sleep");
    List<Session> siblings =
        List.of(bench.started(workers, "good"), bench.started(workers, "good"));
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
          assertThat(move.cause().reason()).isEqualTo(WorkerEnd.WALL_DEADLINE);
          assertThat(move.cause().endedFor()).isEqualTo(runaway.seat());
          // The start and four bars.
          assertThat(move.answers()).isEqualTo(5);
        });
    assertThat(moves.stream().map(move -> goneTo(move).orElseThrow().worker()).distinct())
        .hasSize(1)
        .doesNotContain(before);
    assertThat(siblings).allMatch(sibling -> sibling.stop().equals(new Done()));
  }

  @Test
  void aDeadlineThatSiblingsMayHaveCausedIsNotTheRunsOwn() {
    Session slowed = bench.started(bench.workers(), "crowded");
    bars(slowed, 5);
    assertThat(slowed.drainMoves())
        .singleElement()
        .satisfies(move -> {
          assertThat(move.cause().sentence()).contains("no answer within", "among siblings");
          assertThat(move.cause().endedFor()).isEqualTo(slowed.seat());
          assertThat(goneTo(move)).isEmpty();
        });
    assertThat(slowed.stop()).isEqualTo(new Done());
  }

  @Test
  void whoeverMayHaveBroughtTheProcessDownGoesOnAloneAndEndsByItsOwnCodeIfItDid() {
    SharedWorkers workers = bench.workers();
    Session hungry = bench.started(workers, "memory");
    Session sibling = bench.started(workers, "good");
    bars(hungry, 2);
    bars(sibling, 2);
    assertThat(end(hungry).reason()).isEqualTo(WorkerEnd.MEMORY_LIMIT);
    assertThat(hungry.drainMoves())
        .singleElement()
        .satisfies(move -> {
          assertThat(move.cause().reason()).isEqualTo(WorkerEnd.MEMORY_LIMIT);
          assertThat(move.cause().endedFor()).isEmpty();
          assertThat(goneTo(move)).isEmpty();
        });
    bars(sibling, 1);
    assertThat(sibling.drainMoves()).singleElement().matches(move -> goneTo(move).isPresent());
  }

  @Test
  void theSecondMoveIsToAWorkerOfItsOwn() {
    SharedWorkers workers = bench.workers();
    Session sibling = bench.started(workers, "good");
    Session runaway = bench.started(workers, "sleep");
    bars(runaway, 2);
    assertThat(end(runaway).reason()).isEqualTo(WorkerEnd.WALL_DEADLINE);
    bars(sibling, 1);
    Session another = bench.started(workers, "sleep");
    bars(another, 2);
    assertThat(end(another).reason()).isEqualTo(WorkerEnd.WALL_DEADLINE);
    bars(sibling, 1);
    assertThat(sibling.drainMoves().stream().map(move -> goneTo(move).isPresent()))
        .containsExactly(true, false);
    assertThat(sibling.drainLog()).containsExactly("bar 1", "bar 2");
  }

  @Test
  void whoSaysSomethingElseAfterARestartHasDiverged() {
    SharedWorkers workers = bench.workers();
    Session liar = bench.started(workers, "process-id");
    Session runaway = bench.started(workers, "sleep");
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
    assertThat(liar.drainMoves())
        .singleElement()
        .satisfies(move -> {
          assertThat(move.failure().orElseThrow().reason()).isEqualTo(WorkerEnd.RESTART_DIVERGED);
          assertThat(move.to().orElseThrow().seat()).isPresent();
          // The start's answer, and no bar's.
          assertThat(move.answers()).isEqualTo(1);
        });
  }

  @Test
  void aRunThatIsLeftWhileItComputesTakesTheProcessWithIt() {
    SharedWorkers workers = bench.workers();
    Session sleeping = bench.started(workers, "sleep");
    Session sibling = bench.started(workers, "good");
    bars(sleeping, 2);
    sleeping.send(GrpcWorkersTest.sets(1));
    sleeping.close();
    bars(sibling, 1);
    assertThat(sibling.drainMoves())
        .singleElement()
        .satisfies(move -> {
          assertThat(move.cause().reason()).isEqualTo(WorkerEnd.RUN_INTERRUPTED);
          assertThat(move.cause().endedFor()).isEqualTo(sleeping.seat());
        });
    // That was the host's will: it costs the sibling none of its chances to share.
    bench.runAway(workers);
    bars(sibling, 1);
    assertThat(sibling.drainMoves()).singleElement().matches(move -> goneTo(move).isPresent());
    bench.runAway(workers);
    bars(sibling, 1);
    assertThat(sibling.drainMoves()).singleElement().matches(move -> goneTo(move).isEmpty());
  }

  @Test
  void aStreamThatItsGuestClosedIsItsOwnViolation() {
    SharedWorkers workers = bench.workers();
    Session closing = bench.started(workers, "close");
    Session sibling = bench.started(workers, "good");
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
            bench.jail.start(
                TestProcesses.image(FakeWorker.class, "silent"), new ProcessLimits(64, 64));
        AcceptOnce accept = AcceptOnce.listen(scratch, SEATS)) {
      for (int i = 0; i < times; i++) {
        sockets.add(SocketChannel.open(UnixDomainSocketAddress.of(accept.socket())));
      }
      Optional<List<SocketChannel>> accepted =
          accept.accept(process, System.nanoTime() + LONG.toNanos(), System::nanoTime, () -> true);
      accepted.stream().flatMap(List::stream).forEach(ConnectedWorker::close);
      assertThat(accept.crowded()).isEqualTo(accepted.isEmpty());
      return accepted.isPresent();
    } finally {
      sockets.forEach(ConnectedWorker::close);
    }
  }

  @Test
  void whoAsksForManySizesLeavesNothingOfThemBehind() {
    SharedWorkers workers = bench.workers();
    for (int heap = 64; heap < 68; heap++) {
      WorkerLimits size =
          new WorkerLimits(1_000_000, HOOK, LONG, heap, 64, 200, 4096, 1024 * 1024, 256, 10_000);
      ((Open) workers.open(size, WorkerKind.python(Profile.GATE), ANNE)).session().close();
      assertThat(workers.rooms()).isEqualTo(1);
    }
  }

  @Test
  void aWorkerMayUseMoreTheMoreRunsItIsFor() {
    assertThat(SharedWorkers.memory(limits(HOOK), 1)).isEqualTo(new ProcessLimits(64, 64, 1));
    assertThat(SharedWorkers.memory(limits(HOOK), SEATS)).isEqualTo(new ProcessLimits(76, 72, 3));
  }

  @Test
  void placesAreBounded() {
    int most = SharedWorkers.RUNS_PER_WORKER_MAX;
    assertThat(new SharedWorkers.Rules(Map.of("PAPER", most, "BACKTEST", 1), scratch, 1))
        .isNotNull();
    int tooMany = SharedWorkers.RUNS_PER_WORKER_MAX + 1;
    assertThatThrownBy(() -> new SharedWorkers.Rules(Map.of("PAPER", tooMany), scratch, 1))
        .isInstanceOf(IllegalArgumentException.class);
    int crowd = SharedWorkers.ALONE_MAX + 1;
    assertThatThrownBy(() -> new SharedWorkers.Rules(Map.of(), scratch, crowd))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new SharedWorkers.Rules(Map.of(), scratch, 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new SharedWorkers.Rules(Map.of("PAPER", 0), scratch, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
