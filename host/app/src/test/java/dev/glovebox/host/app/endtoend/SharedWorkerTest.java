package dev.glovebox.host.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glovebox.host.app.Surroundings;
import dev.glovebox.host.app.host.Folders;
import dev.glovebox.host.app.host.OpenedJail;
import dev.glovebox.jail.Profile;
import dev.glovebox.jail.Session;
import dev.glovebox.jail.SetFrame;
import dev.glovebox.jail.StartOrder;
import dev.glovebox.jail.Tier;
import dev.glovebox.jail.WorkerKind;
import dev.glovebox.jail.WorkerLimits;
import dev.glovebox.jail.Workers;
import dev.glovebox.session.GrpcWorkers;
import dev.glovebox.session.SharedWorkers;
import dev.glovebox.session.Starts;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Real Python, several runs on one engine, in the strongest jail that this machine has. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
final class SharedWorkerTest {
  private static final int SEATS = 4;
  private static final int BARS = 16;

  /** The bar, counted from 0, at which a runaway runs away. */
  private static final int BAD_BAR = 8;

  /** The bar before which its siblings wait until it has ended. */
  private static final int LATE_BAR = 10;

  private static final long DAY_MICROS = TimeUnit.DAYS.toMicros(1);
  private static final Workers.Sharing OWNER = new Workers.Sharing("teams/t/anne", "PAPER");

  private static final String HONEST =
      """
      import random
      from glovebox import Strategy
      from glovebox.indicators import SMA
      class Honest(Strategy):
          def __init__(self):
              self.sma = SMA(3)
              self.things = []
          def on_bar(self, ctx, bar):
              value = self.sma.update(bar.close)
              self.things.append([object() for _ in range(500)])
              told = str((value, random.random(), ctx.random.random(), len(self.things)))
              ctx.buy(1, tag=told)
      """;

  /** Points at which runs wait for each other. */
  private record Gates(CountDownLatch started, CountDownLatch halfway, CountDownLatch over) {
    static Gates of(int runs, int runaways) {
      return new Gates(
          new CountDownLatch(runs), new CountDownLatch(runs), new CountDownLatch(runaways));
    }
  }

  private static OpenedJail jail;
  private static Path work;
  private static Optional<Told> undisturbed = Optional.empty();

  @BeforeAll
  static void open() throws Exception {
    Surroundings around = Surroundings.ofThisProcess();
    jail = OpenedJail.open(around, List.of());
    work = Folders.temporary(around.temporary(), "gbs-");
  }

  @AfterAll
  static void close() throws Exception {
    jail.close();
    Folders.removeTree(work);
  }

  /** What a run came to: all it ordered and logged, its end, and how often it moved. */
  private record Told(List<String> said, String end, int moves) {}

  @Test
  void decidesTheSameAloneAndAsTheThirdOfFour() throws Exception {
    Told alone = run(cold(), DeterminismTest.BY_EVERYTHING, wide());
    assertThat(alone.end()).isEqualTo("DONE");
    assertThat(alone.said()).hasSizeGreaterThanOrEqualTo(BARS);
    List<Told> among =
        together(
            0,
            wide(),
            HONEST,
            DeterminismTest.BY_EVERYTHING,
            DeterminismTest.BY_EVERYTHING,
            HONEST);
    assertThat(among).allMatch(told -> told.moves() == 0);
    assertThat(among.get(2)).isEqualTo(alone);
    assertThat(among.get(1)).isEqualTo(alone);
    assertThat(among.get(3)).isEqualTo(honest());
  }

  @Test
  @Tag("long")
  void aRunawayEndsByItsOwnCodeAndItsSiblingsSayWhatTheyWouldHaveSaid() throws Exception {
    Told alone = honest();
    List<Told> together =
        together(
            1,
            limits(Duration.ofSeconds(3)),
            HONEST,
            runaway("sum(range(10**13))"),
            HONEST,
            HONEST);
    assertThat(together.get(1).end()).isEqualTo("WALL_DEADLINE");
    // Only alone can it be told from its siblings.
    assertThat(together.get(1).moves()).isEqualTo(1);
    isUndisturbed(alone, together);
  }

  @Test
  @Tag("long")
  void oneThatFillsTheMemoryEndsByThatOnceItIsAlone() throws Exception {
    Told alone = honest();
    List<Told> together =
        together(
            1, wide(), HONEST, runaway("x = [list(range(10**6)) for _ in range(10**6)]"), HONEST);
    assertThat(together.get(1).end()).isEqualTo("MEMORY_LIMIT");
    assertThat(together.get(1).moves()).isEqualTo(1);
    isUndisturbed(alone, together);
  }

  @Test
  @Tag("long")
  void aBudgetIsSpentAtTheSameStatementAmongSiblings() throws Exception {
    String counting =
        """
        from glovebox import Strategy
        class Counts(Strategy):
            def on_bar(self, ctx, bar):
                n = 0
                while True:
                    n += 1
                    if n % 50 == 0:
                        ctx.log(str(n))
        """;
    Told alone = run(cold(), counting, wide());
    assertThat(alone.end()).isEqualTo("BUDGET_EXCEEDED");
    assertThat(alone.said()).hasSizeGreaterThan(100);
    List<Told> together = together(0, wide(), HONEST, counting, counting, HONEST);
    assertThat(together.get(1)).isEqualTo(alone);
    assertThat(together.get(2)).isEqualTo(alone);
    // The ends of those two were nobody else's.
    assertThat(together).allMatch(told -> told.moves() == 0);
    assertThat(together.get(3).end()).isEqualTo("DONE");
  }

  @Test
  @Tag("long")
  void asManyRunsAsAWorkerMayHoldDecideAsEachWouldAlone() throws Exception {
    int most = SharedWorkers.RUNS_PER_WORKER_MAX;
    Told alone = honest();
    String[] sources = Collections.nCopies(most, HONEST).toArray(String[]::new);
    assertThat(together(most, 0, wide(), sources)).hasSize(most).containsOnly(alone);
  }

  private static void isUndisturbed(Told alone, List<Told> together) {
    for (int at = 0; at < together.size(); at++) {
      if (at != 1) {
        assertThat(together.get(at).said()).isEqualTo(alone.said());
        assertThat(together.get(at).end()).isEqualTo("DONE");
        assertThat(together.get(at).moves()).isPositive();
      }
    }
  }

  private static String runaway(String statement) {
    return """
    from glovebox import Strategy
    class Runaway(Strategy):
        def on_bar(self, ctx, bar):
            if ctx.bar_index == %d:
                %s
    """
        .formatted(BAD_BAR, statement);
  }

  /** Time enough for what is slow on a busy machine. */
  private static WorkerLimits wide() {
    return limits(Duration.ofMinutes(1));
  }

  private static WorkerLimits limits(Duration hook) {
    return new WorkerLimits(
        1_000_000, hook, Duration.ofMinutes(2), 256, 64, 200, 4096, 1 << 20, 256, 10_000);
  }

  private static GrpcWorkers cold() {
    SecureRandom random = new SecureRandom();
    return new GrpcWorkers(
        jail.jail(),
        jail.images().workers(),
        work,
        () -> {
          byte[] nonce = new byte[32];
          random.nextBytes(nonce);
          return nonce;
        },
        System::nanoTime);
  }

  /**
   * Runs all of them at once in one worker.
   *
   * @param runaways whose end the others wait for
   */
  private static List<Told> together(int runaways, WorkerLimits limits, String... sources)
      throws Exception {
    return together(SEATS, runaways, limits, sources);
  }

  private static List<Told> together(
      int seats, int runaways, WorkerLimits limits, String... sources) throws Exception {
    Assumptions.assumeTrue(jail.jail().tier() != Tier.OCI, "tier oci gives each its own worker");
    GrpcWorkers cold = cold();
    SharedWorkers workers =
        new SharedWorkers(
            cold,
            cold,
            new SharedWorkers.Rules(Map.of(OWNER.kind(), seats), work, SEATS),
            new Starts(2));
    Gates gates = Gates.of(sources.length, runaways);
    List<Session> sessions = new ArrayList<>();
    for (String _ : sources) {
      sessions.add(opened(workers, limits));
    }
    assertThat(sessions.stream().map(each -> each.seat().orElseThrow().worker()).distinct())
        .hasSize(1);
    try (ExecutorService threads = Executors.newFixedThreadPool(sources.length)) {
      List<Future<Told>> ends = new ArrayList<>();
      for (int at = 0; at < sources.length; at++) {
        Session session = sessions.get(at);
        String source = sources[at];
        Callable<Told> run =
            () -> {
              try (session) {
                return run(session, order(source, limits), gates);
              }
            };
        ends.add(threads.submit(run));
      }
      List<Told> told = new ArrayList<>();
      for (Future<Told> end : ends) {
        told.add(end.get());
      }
      return told;
    }
  }

  /** What the honest one comes to in a worker of its own; run once. */
  private static synchronized Told honest() throws Exception {
    if (undisturbed.isEmpty()) {
      undisturbed = Optional.of(run(cold(), HONEST, wide()));
    }
    return undisturbed.get();
  }

  private static Told run(Workers workers, String source, WorkerLimits limits) throws Exception {
    try (Session session = opened(workers, limits)) {
      return run(session, order(source, limits), Gates.of(1, 0));
    }
  }

  private static Session opened(Workers workers, WorkerLimits limits) {
    return switch (workers.open(limits, WorkerKind.python(Profile.GATE), OWNER)) {
      case Workers.Open(Session session) -> session;
      case Workers.Failed(Session.Ended end) -> throw new AssertionError(end.toString());
    };
  }

  /** Nobody is past the bar at which runaways run away before all are there. */
  private static Told run(Session session, StartOrder order, Gates gates)
      throws InterruptedException {
    List<String> said = new ArrayList<>();
    int moves = 0;
    Session.Started start = session.start(order);
    gates.started().countDown();
    if (start instanceof Session.Ended ended) {
      gates.halfway().countDown();
      return new Told(said, ended.reason() + " at its start: " + ended.message(), 0);
    }
    gates.started().await();
    for (int bar = 0; bar < BARS; bar++) {
      if (bar == BAD_BAR) {
        gates.halfway().countDown();
        gates.halfway().await();
      }
      if (bar == LATE_BAR) {
        gates.over().await();
      }
      Session.Answered answered = session.next(List.of(set(bar)));
      said.addAll(session.drainLog());
      moves += session.drainMoves().size();
      switch (answered) {
        case Session.Processed processed ->
            processed.intents().forEach(intent -> said.add(intent.toString()));
        case Session.Ended ended -> {
          gates.halfway().countDown();
          gates.over().countDown();
          return new Told(said, ended.reason().name(), moves);
        }
      }
    }
    Session.Finished finished = session.stop();
    moves += session.drainMoves().size();
    return new Told(
        said, finished instanceof Session.Ended end ? end.reason().name() : "DONE", moves);
  }

  private static SetFrame set(int bar) {
    long open = 1_704_067_200_000_000L + bar * DAY_MICROS;
    SetFrame.BarValues values =
        new SetFrame.BarValues(
            0, open, open + DAY_MICROS, 10_000, 10_300, 9_900, 10_100 + bar, 1_000, 2, 0);
    return new SetFrame(
        bar,
        List.of(values),
        List.of(),
        List.of(),
        new SetFrame.AccountView("100000", "100000", "100000", List.of(BigDecimal.ZERO)));
  }

  private static StartOrder order(String source, WorkerLimits limits) {
    int lines = (int) source.lines().count();
    return new StartOrder(
        "python",
        ByteBuffer.wrap(source.getBytes(StandardCharsets.UTF_8)),
        IntStream.rangeClosed(1, lines).boxed().toList(),
        Map.of(),
        List.of(
            new StartOrder.TradedInstrument(
                "AAPL",
                "USD",
                new BigDecimal("0.01"),
                BigDecimal.ONE,
                BigDecimal.ONE,
                TimeUnit.DAYS.toSeconds(1))),
        "USD",
        7,
        limits,
        new StartOrder.SizingTerms("0", "0"),
        "strategy.py");
  }
}
