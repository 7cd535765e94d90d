package dev.glovebox.host.app.benchmarks;

import dev.glovebox.jail.Jail;
import dev.glovebox.jail.ProcessImage;
import dev.glovebox.jail.Profile;
import dev.glovebox.jail.Session;
import dev.glovebox.jail.SetFrame;
import dev.glovebox.jail.StartOrder;
import dev.glovebox.jail.WorkerKind;
import dev.glovebox.jail.WorkerLimits;
import dev.glovebox.jail.Workers;
import dev.glovebox.session.GrpcWorkers;
import dev.glovebox.session.Nonces;
import dev.glovebox.session.SharedWorkers;
import dev.glovebox.session.Starts;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** Workers of one jail, as a run opens them, with a strategy that sums closes. */
final class JailedGuest {
  /** Longest wait for one answer of {@link #SPINS}; the deadline that kills are measured from. */
  static final Duration DEADLINE = Duration.ofSeconds(2);

  private static final String SUMS =
      """
      from glovebox import Strategy
      class Sums(Strategy):
          def __init__(self):
              self.total = 0.0
          def on_bar(self, ctx, bar):
              self.total = self.total + bar.close
      """;

  /** No budget sees this loop; its second bar never ends. */
  private static final String SPINS =
      """
      from glovebox import Strategy
      class Spins(Strategy):
          def __init__(self):
              self.bars = 0
          def on_bar(self, ctx, bar):
              self.bars = self.bars + 1
              if self.bars == 2:
                  sum(range(10**13))
      """;

  /** What a run usually keeps: indicators, and closes that it looks back on. */
  private static final String CROSSES =
      """
      from glovebox import Strategy
      from glovebox.indicators import SMA, Crossover
      class Crosses(Strategy):
          def __init__(self):
              self.fast, self.slow, self.cross = SMA(10), SMA(30), Crossover()
          def on_bar(self, ctx, bar):
              cross = self.cross.update(self.fast.update(bar.close), self.slow.update(bar.close))
              self.high = max(ctx.closes(20))
              if cross > 0 and ctx.position == 0:
                  ctx.log("up")
      """;

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String CASH = "100000";

  private static final Workers.Sharing OWNER = new Workers.Sharing("benchmark", "PAPER");

  private final Workers patient;
  private final WorkerKind kind;

  JailedGuest(Jail jail, ProcessImage image, Path sockets) {
    this(
        cold(jail, Map.of(WorkerKind.python(Profile.GATE), image), sockets),
        WorkerKind.python(Profile.GATE));
  }

  /** Guests of one profile. */
  JailedGuest(Workers workers, WorkerKind kind) {
    this.patient = workers;
    this.kind = kind;
  }

  /** Workers that are started when they are asked for. */
  static GrpcWorkers cold(Jail jail, Map<WorkerKind, ProcessImage> images, Path sockets) {
    return new GrpcWorkers(
        jail, images, sockets, () -> new byte[Nonces.NONCE_BYTES], System::nanoTime);
  }

  /** Guests that share a worker of so many places. */
  static JailedGuest sharing(
      Jail jail, Map<WorkerKind, ProcessImage> images, Path folder, int runsMax) {
    GrpcWorkers cold = cold(jail, images, folder);
    return new JailedGuest(
        new SharedWorkers(
            cold,
            cold,
            new SharedWorkers.Rules(Map.of(OWNER.kind(), runsMax), folder, 1),
            new Starts(1)),
        WorkerKind.python(Profile.GATE));
  }

  /** A worker with its engine, whose run was told nothing yet. */
  Session waiting() {
    return opened(limits(PATIENCE));
  }

  /** One that has seen so many bars and waits for the next. */
  Session crossing(int bars) {
    Session session = started(CROSSES, PATIENCE);
    drive(session, bars - 1, 1);
    return session;
  }

  /** From the spawn to the answer to the first bar. */
  Session started() {
    return started(SUMS, PATIENCE);
  }

  /** One with a strategy of the caller's, of one statement a line. */
  Session started(String source) {
    return started(source, PATIENCE);
  }

  /** One that will not answer its second bar. */
  Session doomed() {
    return started(SPINS, DEADLINE);
  }

  private Session started(String source, Duration wallPerHook) {
    WorkerLimits limits = limits(wallPerHook);
    Session session = opened(limits);
    construct(session, source, limits);
    processed(session.next(sets(0, 1)));
    return session;
  }

  /** Has a worker that was told nothing yet construct its strategy. */
  static void construct(Session session) {
    construct(session, SUMS, limits(PATIENCE));
  }

  private static void construct(Session session, String source, WorkerLimits limits) {
    if (!(session.start(order(source, limits)) instanceof Session.Ready)) {
      throw new AssertionError("the strategy did not start");
    }
  }

  private static WorkerLimits limits(Duration wallPerHook) {
    return new WorkerLimits(
        1_000_000, wallPerHook, PATIENCE, 256, 64, 200, 4096, 1024 * 1024, 256, 10_000);
  }

  private Session opened(WorkerLimits limits) {
    return switch (patient.open(limits, kind, OWNER)) {
      case Workers.Open open -> open.session();
      case Workers.Failed failed -> throw new AssertionError(failed.end().toString());
    };
  }

  /** Passes bars through a session that has seen one; returns nanoseconds. */
  static long drive(Session session, int bars, int block) {
    List<List<SetFrame>> frames = new ArrayList<>();
    for (int next = 1; next <= bars; next += block) {
      frames.add(sets(next, Math.min(block, bars + 1 - next)));
    }
    long start = System.nanoTime();
    for (List<SetFrame> frame : frames) {
      processed(session.next(frame));
    }
    return System.nanoTime() - start;
  }

  static void processed(Session.Answered answer) {
    if (!(answer instanceof Session.Processed)) {
      throw new AssertionError(answer.toString());
    }
  }

  /** Sets from {@code first} on, by a seeded walk. */
  static List<SetFrame> sets(int first, int count) {
    Random random = new Random(first);
    SetFrame.AccountView account =
        new SetFrame.AccountView(CASH, CASH, CASH, List.of(BigDecimal.ZERO));
    return IntStream.range(first, first + count)
        .mapToObj(index -> {
          long start = TimeUnit.MINUTES.toMicros(index);
          long price = 10_000L + random.nextInt(100);
          return new SetFrame(
              index,
              List.of(
                  new SetFrame.BarValues(
                      0,
                      start,
                      start + TimeUnit.MINUTES.toMicros(1),
                      price,
                      price,
                      price,
                      price,
                      1,
                      2,
                      0)),
              List.of(),
              List.of(),
              account);
        })
        .toList();
  }

  private static StartOrder order(String source, WorkerLimits limits) {
    // Each line is a statement of its own, so it is in normal form.
    int lines = (int) source.lines().count();
    return new StartOrder(
        "python",
        ByteBuffer.wrap(source.getBytes(StandardCharsets.UTF_8)),
        IntStream.rangeClosed(1, lines).boxed().toList(),
        Map.of(),
        List.of(
            new StartOrder.TradedInstrument(
                "AAA",
                "USD",
                new BigDecimal("0.01"),
                new BigDecimal("0.00000001"),
                BigDecimal.ONE,
                60)),
        "USD",
        0,
        limits,
        new StartOrder.SizingTerms("0", "0"),
        "benchmark.py");
  }
}
