package dev.glovebox.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glovebox.jail.Jail;
import dev.glovebox.jail.JailedProcess;
import dev.glovebox.jail.ProcessImage;
import dev.glovebox.jail.ProcessLimits;
import dev.glovebox.jail.Profile;
import dev.glovebox.jail.Session;
import dev.glovebox.jail.Session.Answered;
import dev.glovebox.jail.Session.Ended;
import dev.glovebox.jail.Session.Processed;
import dev.glovebox.jail.Session.Ready;
import dev.glovebox.jail.SetFrame;
import dev.glovebox.jail.Tier;
import dev.glovebox.jail.WorkerEnd;
import dev.glovebox.jail.WorkerKind;
import dev.glovebox.jail.WorkerLimits;
import dev.glovebox.jail.Workers.Failed;
import dev.glovebox.jail.Workers.Open;
import dev.glovebox.jail.Workers.Opened;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Workers that attack the stream, seen as ends of a session, beside one that is honest. */
@Timeout(60)
final class WorkerAttacksTest {
  private static final WorkerLimits LIMITS =
      GrpcWorkersTest.limits(Duration.ofSeconds(20), Duration.ofSeconds(10));

  @TempDir Path scratch;
  private Jail jail;

  @BeforeEach
  void openJail() {
    jail = TestProcesses.jail(scratch);
  }

  @AfterEach
  void closeJail() {
    jail.close();
  }

  @Test
  void floodEndsItsWorkerAndDisturbsNoOther() {
    try (Session honest = opened(open("good"))) {
      assertThat(honest.start(GrpcWorkersTest.order())).isInstanceOf(Ready.class);
      assertThat(honest.next(GrpcWorkersTest.sets(1))).isInstanceOf(Processed.class);
      GrpcWorkersTest.violates(endOf(open("ping-flood")), Violation.PING_FLOOD);
      GrpcWorkersTest.violates(endOf(open("reset")), Violation.STREAM_RESET);
      assertThat(honest.next(GrpcWorkersTest.sets(256)))
          .isEqualTo(new Processed(256, List.of(), 17));
      assertThat(honest.stop()).isEqualTo(new Session.Done());
    }
  }

  @Test
  void workerThatAnswersWithoutReadingIsEndedBeforeTheHostGrows() {
    try (Session session = opened(open("not-reading"))) {
      assertThat(session.start(GrpcWorkersTest.order())).isInstanceOf(Ready.class);
      List<SetFrame> largest = GrpcWorkersTest.sets(WorkerLimits.BLOCK_SETS_MAX);
      assertThat(session.next(largest)).isInstanceOf(Processed.class);
      Answered answer = session.next(largest);
      GrpcWorkersTest.violates(answer, Violation.STREAM_NOT_READ);
    }
  }

  @Test
  void nonceOfAnotherWorkerOpensNothing() {
    Nonces later = TestProcesses.nonces();
    byte[] first = later.fresh();
    assertThat(first).isNotEqualTo(later.fresh());
    GrpcWorkersTest.violates(endOf(open("nonce-replayed", later)), Violation.NONCE_WRONG);
    // The same worker gets in where the nonce that it replays is the one that was given.
    opened(open("nonce-replayed", TestProcesses.nonces())).close();
  }

  @Test
  void garbageAndAClosedConnectionHaveTheirNames() {
    GrpcWorkersTest.violates(endOf(open("garbage")), Violation.FRAME_UNREADABLE);
    GrpcWorkersTest.violates(endOf(open("no-http")), Violation.HTTP_REFUSED);
    GrpcWorkersTest.violates(endOf(open("close")), Violation.STREAM_CLOSED);
  }

  @Test
  void workerThatDoesNotStopSendingBetweenCallsEndsWithTheDeadlineOfACall() throws Exception {
    AtomicLong haste = new AtomicLong();
    AtomicLong skew = new AtomicLong();
    LongSupplier clock = () -> System.nanoTime() + skew.addAndGet(haste.get());
    try (Session session = opened(open(jail, "chatter", TestProcesses.nonces(), clock))) {
      session.start(GrpcWorkersTest.order());
      assertThat(session.next(GrpcWorkersTest.sets(1))).isInstanceOf(Processed.class);
      // All of it is here; each look at the clock costs a tenth of the call's deadline now.
      Thread.sleep(500);
      haste.set(LIMITS.wallPerHook().toNanos() / 10);
      assertThat(session.next(GrpcWorkersTest.sets(1)))
          .isInstanceOfSatisfying(
              Ended.class,
              ended -> {
                assertThat(ended.reason()).isEqualTo(WorkerEnd.WALL_DEADLINE);
                assertThat(ended.message()).isEqualTo("the worker does not stop sending");
              });
      assertThat(session.drainLog()).hasSizeBetween(1, FakeWorker.CHATTER - 1);
    }
  }

  @Test
  void secondConnectionThatIsThereWhenTheHostLooksHasItsName() {
    List<SocketChannel> dialled = new ArrayList<>();
    Jail twice =
        new Jail() {
          @Override
          public Tier tier() {
            return jail.tier();
          }

          @Override
          public List<String> isolationMeasures() {
            return jail.isolationMeasures();
          }

          @Override
          public JailedProcess start(ProcessImage image, ProcessLimits limits, Optional<Path> at)
              throws IOException {
            UnixDomainSocketAddress address = UnixDomainSocketAddress.of(at.orElseThrow());
            dialled.add(SocketChannel.open(address));
            dialled.add(SocketChannel.open(address));
            return jail.start(image, limits, at);
          }

          @Override
          public void close() {}
        };
    GrpcWorkersTest.violates(
        endOf(open(twice, "silent", TestProcesses.nonces(), System::nanoTime)),
        Violation.CONNECTION_SECOND);
    dialled.forEach(WorkerAttacksTest::closed);
  }

  private static void closed(SocketChannel socket) {
    try (socket) {
      assertThat(socket.read(ByteBuffer.allocate(1))).isNegative();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void secondConnectionThatWaitsBesideTheFirstIsSeenAndRefused() throws Exception {
    try (JailedProcess process = jail.start(silent(), new ProcessLimits(64, 64));
        AcceptOnce accept = AcceptOnce.listen(scratch)) {
      UnixDomainSocketAddress address = UnixDomainSocketAddress.of(accept.socket());
      long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
      try (SocketChannel first = SocketChannel.open(address);
          SocketChannel second = SocketChannel.open(address)) {
        assertThat(accept.accept(process, deadline, System::nanoTime, () -> true)).isEmpty();
        assertThat(accept.crowded()).isTrue();
        assertThat(first.read(ByteBuffer.allocate(1))).isNegative();
        assertThat(second.read(ByteBuffer.allocate(1))).isNegative();
      }
    }
  }

  private static ProcessImage silent() {
    return TestProcesses.image(FakeWorker.class, "silent");
  }

  private Ended endOf(Opened opened) {
    return switch (opened) {
      case Failed(Ended end) -> end;
      case Open(Session session) -> {
        try (session) {
          Session.Started started = session.start(GrpcWorkersTest.order());
          yield started instanceof Ended ended ? ended : unexpected(started);
        }
      }
    };
  }

  private static Ended unexpected(Session.Started started) {
    throw new AssertionError(started.toString());
  }

  private static Session opened(Opened opened) {
    return switch (opened) {
      case Open(Session session) -> session;
      case Failed(Ended end) -> throw new AssertionError(end.toString());
    };
  }

  private Opened open(String mode) {
    return open(mode, TestProcesses.nonces());
  }

  private Opened open(String mode, Nonces nonces) {
    return open(jail, mode, nonces, System::nanoTime);
  }

  private Opened open(Jail from, String mode, Nonces nonces, LongSupplier nanoTime) {
    return new GrpcWorkers(
            from,
            Map.of(WorkerKind.python(Profile.GATE), TestProcesses.image(FakeWorker.class, mode)),
            scratch,
            nonces,
            nanoTime)
        .open(LIMITS);
  }
}
