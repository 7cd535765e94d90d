package dev.glovebox.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glovebox.jail.Jail;
import dev.glovebox.jail.ObservedBy;
import dev.glovebox.jail.Profile;
import dev.glovebox.jail.RawIntent;
import dev.glovebox.jail.Session;
import dev.glovebox.jail.Session.Answered;
import dev.glovebox.jail.Session.Done;
import dev.glovebox.jail.Session.Ended;
import dev.glovebox.jail.Session.Processed;
import dev.glovebox.jail.Session.Ready;
import dev.glovebox.jail.Session.StrategyParameter;
import dev.glovebox.jail.SetFrame;
import dev.glovebox.jail.StartOrder;
import dev.glovebox.jail.WorkerEnd;
import dev.glovebox.jail.WorkerKind;
import dev.glovebox.jail.WorkerLimits;
import dev.glovebox.jail.Workers.Failed;
import dev.glovebox.jail.Workers.Open;
import dev.glovebox.jail.Workers.Opened;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
final class GrpcWorkersTest {
  private static final Duration START = Duration.ofSeconds(20);
  private static final Duration SILENCE = Duration.ofSeconds(3);
  private static final Duration HOOK = Duration.ofSeconds(10);

  @TempDir Path scratch;
  private Jail jail;

  @BeforeEach
  void openJail() {
    jail = TestProcesses.jail(scratch);
  }

  @AfterEach
  void nothingIsLeft() throws IOException {
    jail.close();
    try (Stream<Path> left = Files.list(scratch)) {
      assertThat(left).isEmpty();
    }
    assertThat(ProcessHandle.current().children().filter(GrpcWorkersTest::isWorker)).isEmpty();
  }

  private static boolean isWorker(ProcessHandle process) {
    return process.info().commandLine().orElse("").contains(FakeWorker.class.getName());
  }

  @Test
  void goodWorkerRunsFromHelloToStopped() {
    try (Session session = open("good")) {
      assertThat(session.isolationMeasures()).contains("own-jvm", "stdin-nonce");
      assertThat(session.start(order()))
          .isEqualTo(
              new Ready(
                  3,
                  "Strategy",
                  List.of(new StrategyParameter("fast", "int", "5")),
                  "fake 1",
                  Runtime.version().toString()));
      assertThat(session.next(sets(1))).isEqualTo(new Processed(1, List.of(), 17));
      assertThat(session.next(sets(256))).isEqualTo(new Processed(256, List.of(), 17));
      assertThat(session.stop()).isEqualTo(new Done());
      assertThatThrownBy(() -> session.next(sets(1))).isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void largestBlockOfWideSetsIsSplitUnseen() {
    try (Session session = open("good")) {
      session.start(order());
      List<SetFrame> wide = Collections.nCopies(4096, set("9".repeat(64)));
      assertThat(session.next(wide)).isEqualTo(new Processed(4096, List.of(), 17));
      assertThatThrownBy(() -> session.next(Collections.nCopies(4097, set("1"))))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void largeBlocksWithoutAPauseAreNotTakenForUnread() {
    try (Session session = open("good")) {
      session.start(order());
      List<SetFrame> block = sets(WorkerLimits.BLOCK_SETS_MAX);
      for (int i = 0; i < 100; i++) {
        assertThat(session.next(block))
            .isEqualTo(new Processed(WorkerLimits.BLOCK_SETS_MAX, List.of(), 17));
      }
    }
  }

  @Test
  void intentEndsABlockEarly() {
    try (Session session = open("fewer")) {
      session.start(order());
      assertThat(session.next(sets(8)))
          .isEqualTo(new Processed(1, List.of(buy(1, new BigDecimal("5"))), 17));
      assertThat(session.next(sets(7)))
          .isEqualTo(new Processed(1, List.of(buy(2, new BigDecimal("5"))), 17));
    }
  }

  @Test
  void logLinesAreHandedOverOnce() {
    try (Session session = open("log")) {
      session.start(order());
      session.next(sets(1));
      assertThat(session.drainLog()).containsExactly("a line", "\u001b[31mred");
      assertThat(session.drainLog()).isEmpty();
    }
  }

  @Test
  void secondConnectionIsRefusedAndTheFirstGoesOn() {
    try (Session session = open("second-connection")) {
      assertThat(session.start(order())).isInstanceOf(Ready.class);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "sequence,FRAME_SEQUENCE",
    "version,FRAME_VERSION",
    "no-body,FRAME_UNEXPECTED",
    "oversized,MESSAGE_LENGTH",
    "log-line,VALUE_OUT_OF_BOUNDS",
    "complete,STREAM_HALF_CLOSED",
    "ready-again,FRAME_UNEXPECTED",
    "unsent-sets,ANSWER_UNASKED",
  })
  void frameThatTheProtocolForbidsIsAViolation(String mode, Violation violation) {
    assertThat(answer(mode)).satisfies(ended -> violates(ended, violation));
  }

  @Test
  void answerThatWasNotAskedForIsAViolation() throws Exception {
    try (Session session = open("answer-twice")) {
      assertThat(session.start(order())).isInstanceOf(Ready.class);
      Thread.sleep(300);
      assertThat(session.next(sets(1)))
          .satisfies(ended -> violates(ended, Violation.ANSWER_UNASKED));
    }
    try (Session session = open("answer-early")) {
      assertThat(session.start(order()))
          .satisfies(ended -> violates(ended, Violation.FRAME_UNEXPECTED));
    }
  }

  @ParameterizedTest
  @CsvSource({"memory,MEMORY_LIMIT", "exit,WORKER_FAULT", "log-flood,OUTPUT_LIMIT"})
  void endThatTheHostSeesIsTheHosts(String mode, WorkerEnd reason) {
    assertThat(answer(mode)).matches(ended -> is(ended, reason));
  }

  @ParameterizedTest
  @CsvSource({
    "fault,STRATEGY_ERROR",
    "fault-and-exit,BUDGET_EXCEEDED",
    "fault-unknown,WORKER_FAULT",
    "fault-host-code,WORKER_FAULT",
  })
  void endThatTheWorkerClaimsIsTheWorkers(String mode, WorkerEnd reason) {
    assertThat(answer(mode))
        .isInstanceOfSatisfying(
            Ended.class,
            ended -> {
              assertThat(ended.reason()).isEqualTo(reason);
              assertThat(ended.observedBy()).isEqualTo(ObservedBy.WORKER);
              assertThat(ended.hook()).isEqualTo("on_bar");
              assertThat(ended.line()).isEqualTo(12);
            });
  }

  @Test
  void parameterFaultEndsTheStart() {
    try (Session session = open("parameter")) {
      assertThat(session.start(order()))
          .isInstanceOfSatisfying(
              Ended.class,
              ended -> assertThat(ended.reason()).isEqualTo(WorkerEnd.PARAMETER_INVALID));
    }
  }

  @Test
  void silenceEndsWithTheDeadlineOfTheCall() {
    WorkerLimits hasty = limits(START, Duration.ofMillis(300));
    try (Session session = open("sleep", hasty)) {
      session.start(order());
      assertThat(session.next(sets(1))).matches(ended -> is(ended, WorkerEnd.WALL_DEADLINE));
      assertThat(session.drainLog()).isEmpty();
    }
    try (Session session = open("silent-stop", hasty)) {
      session.start(order());
      session.next(sets(1));
      assertThat(session.stop()).matches(ended -> is(ended, WorkerEnd.WALL_DEADLINE));
    }
  }

  @Test
  void silenceDuringConstructionEndsWithTheStartsDeadline() {
    // Long enough for a start on a busy machine: the deadline is of the whole start.
    try (Session session = open("silent-start", limits(SILENCE.multipliedBy(3), HOOK))) {
      assertThat(session.start(order())).matches(ended -> is(ended, WorkerEnd.WALL_DEADLINE));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "early,WORKER_START_FAILED",
    "start-memory,MEMORY_LIMIT",
    "silent,WORKER_START_FAILED",
    "no-hello,WORKER_START_FAILED",
    "no-http,PROTOCOL_VIOLATION",
    "nonce,PROTOCOL_VIOLATION",
  })
  void workerThatDoesNotGreetIsSentNothing(String mode, WorkerEnd reason) {
    // Only silence is waited out; a worker that does something has time for it.
    Duration start = mode.equals("silent") || mode.equals("no-hello") ? SILENCE : START;
    assertThat(end(workers(mode).open(limits(start, HOOK))))
        .satisfies(end -> {
          assertThat(end.reason()).isEqualTo(reason);
          assertThat(end.observedBy()).isEqualTo(ObservedBy.HOST);
        });
  }

  /** How a worker that must not get as far as its strategy ended. */
  private static Ended end(Opened opened) {
    return switch (opened) {
      case Failed failed -> failed.end();
      case Open open -> {
        try (Session session = open.session()) {
          yield (Ended) session.start(order());
        }
      }
    };
  }

  @Test
  void floodStaysOutsideTheHost() throws Exception {
    try (Session session = open("frame-flood")) {
      session.start(order());
      assertThat(session.next(sets(1))).isInstanceOf(Processed.class);
      Runtime runtime = Runtime.getRuntime();
      // Without flow control hundreds of megabytes would arrive in this time.
      System.gc();
      long before = runtime.totalMemory() - runtime.freeMemory();
      Thread.sleep(1500);
      System.gc();
      long after = runtime.totalMemory() - runtime.freeMemory();
      assertThat(after - before).isLessThan(48L * 1024 * 1024);
      assertThat(session.next(sets(1))).matches(ended -> is(ended, WorkerEnd.OUTPUT_LIMIT));
    }
  }

  @Test
  void socketPathThatIsTooLongIsRefusedBeforeAnythingStarts() throws Exception {
    Path deep = Files.createDirectory(scratch.resolve("d".repeat(100)));
    GrpcWorkers workers =
        new GrpcWorkers(
            jail,
            Map.of(WorkerKind.python(Profile.GATE), TestProcesses.image(FakeWorker.class, "good")),
            deep,
            TestProcesses.nonces(),
            System::nanoTime);
    assertThat(workers.open(limits(START, HOOK)))
        .isInstanceOfSatisfying(
            Failed.class,
            failed -> {
              assertThat(failed.end().reason()).isEqualTo(WorkerEnd.WORKER_START_FAILED);
              assertThat(failed.end().message()).contains("longer than 100 bytes");
            });
    try (Stream<Path> left = Files.list(deep)) {
      assertThat(left).isEmpty();
    }
    Files.delete(deep);
  }

  static void violates(Object answer, Violation violation) {
    assertThat(answer)
        .isInstanceOfSatisfying(
            Ended.class,
            ended -> {
              assertThat(ended.reason()).isEqualTo(WorkerEnd.PROTOCOL_VIOLATION);
              assertThat(ended.observedBy()).isEqualTo(ObservedBy.HOST);
              assertThat(ended.message()).startsWith(violation + ": ");
            });
  }

  private static boolean is(Object answer, WorkerEnd reason) {
    return answer instanceof Ended ended
        && ended.reason() == reason
        && ended.observedBy() == ObservedBy.HOST;
  }

  private Answered answer(String mode) {
    try (Session session = open(mode)) {
      assertThat(session.start(order())).isInstanceOf(Ready.class);
      return session.next(sets(1));
    }
  }

  private Session open(String mode) {
    return open(mode, limits(START, HOOK));
  }

  private Session open(String mode, WorkerLimits limits) {
    Opened opened = workers(mode).open(limits);
    return switch (opened) {
      case Open(Session session) -> session;
      case Failed(Ended end) -> throw new AssertionError(end.toString());
    };
  }

  private GrpcWorkers workers(String mode) {
    return new GrpcWorkers(
        jail,
        Map.of(WorkerKind.python(Profile.GATE), TestProcesses.image(FakeWorker.class, mode)),
        scratch,
        TestProcesses.nonces(),
        System::nanoTime);
  }

  static WorkerLimits limits(Duration start, Duration hook) {
    return new WorkerLimits(1_000_000, hook, start, 64, 64, 200, 4096, 1024 * 1024, 256, 10_000);
  }

  static StartOrder order() {
    return new StartOrder(
        "python",
        ByteBuffer.wrap(new byte[] {'x'}),
        List.of(1),
        Map.of("fast", "5"),
        List.of(
            new StartOrder.TradedInstrument(
                "AAPL",
                "USD",
                new BigDecimal("0.01"),
                new BigDecimal("0.00000001"),
                BigDecimal.ONE,
                86_400)),
        "USD",
        0,
        WorkerLimits.DEFAULT,
        new StartOrder.SizingTerms("0", "0"),
        "strategy.py");
  }

  static List<SetFrame> sets(int count) {
    return Collections.nCopies(count, set("100000"));
  }

  private static SetFrame set(String cash) {
    return new SetFrame(
        0,
        List.of(
            new SetFrame.BarValues(
                0, 1_357_084_800_000_000L, 1_357_171_200_000_000L, 1, 2, 1, 2, 3, 2, 0)),
        List.of(),
        List.of(),
        new SetFrame.AccountView(cash, cash, cash, List.of(BigDecimal.ZERO)));
  }

  private static RawIntent buy(int sequence, BigDecimal quantity) {
    return new RawIntent(
        sequence,
        "AAPL",
        "",
        "buy",
        false,
        new RawIntent.Market(
            dev.glovebox.jail.OrderSide.BUY,
            new RawIntent.Amount(Optional.of(quantity), Optional.empty(), Optional.empty())));
  }
}
