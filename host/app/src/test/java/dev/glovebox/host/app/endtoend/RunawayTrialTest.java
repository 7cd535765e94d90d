package dev.glovebox.host.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Runaways of mixed kinds under one host, several at a time, with honest runs beside them: each
 * ends by its own code, the honest ones keep their digest, and nothing is left of any.
 *
 * <p>{@code glovebox.runaways} is their number, {@code glovebox.runaways.seed} what draws the
 * kinds.
 */
@Tag("long")
@ExtendWith(Bench.Shared.class)
@Timeout(value = 3, unit = TimeUnit.HOURS)
final class RunawayTrialTest {
  private static final int RUNAWAYS = Integer.getInteger("glovebox.runaways", 10);
  private static final long SEED = Long.getLong("glovebox.runaways.seed", 1L);
  private static final int AT_ONCE = 2;

  /** Every so many there is an honest run. */
  private static final int HONEST_EVERY = 5;

  /** Runs after which the host has loaded what it will ever load. */
  private static final int SETTLED = 100;

  private static final double GROWTH_MAX = 1.05;

  /** One in four compacts everything. */
  private static final int COLLECTIONS = 5;

  private static final Duration SETTLES = Duration.ofSeconds(20);
  private static final Duration LOOK = Duration.ofMillis(100);

  private final Bench bench;

  RunawayTrialTest(Bench bench) {
    this.bench = bench;
  }

  @Test
  void eachEndsByItsCodeAndNothingIsLeft() throws Exception {
    String series = bench.series(GoldenSeries.AAPL);
    Run first = bench.backtest(GoldenEndToEndTest.apple(bench));
    assertThat(first.report("decision_digest")).isEqualTo(GoldenEndToEndTest.APPLE_DIGEST);
    List<String> before = leftovers();
    Random kinds = new Random(SEED);
    List<OutcomeEndToEndTest.Runaway> drawn = new ArrayList<>();
    for (int i = 0; i < RUNAWAYS; i++) {
      List<OutcomeEndToEndTest.Runaway> all = OutcomeEndToEndTest.RUNAWAYS;
      drawn.add(all.get(kinds.nextInt(all.size())));
    }
    long settled = 0;
    List<String> complaints = new ArrayList<>();
    for (int from = 0; from < RUNAWAYS; from += SETTLED) {
      complaints.addAll(runAll(drawn.subList(from, Math.min(RUNAWAYS, from + SETTLED)), series));
      if (from == 0) {
        settled = oldGenerationBytes();
      }
    }
    assertThat(complaints).isEmpty();
    assertThat(leftOnceSettled(before)).as("left of the runs").isEqualTo(before);
    if (RUNAWAYS >= 2 * SETTLED) {
      assertThat(oldGenerationBytes())
          .as("bytes of the old generation after a full collection")
          .isLessThanOrEqualTo((long) (settled * GROWTH_MAX));
    }
  }

  /** Returns what did not go as it should. */
  private List<String> runAll(List<OutcomeEndToEndTest.Runaway> runaways, String series)
      throws Exception {
    List<String> complaints = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
      List<Future<?>> ends = new ArrayList<>();
      for (int i = 0; i < runaways.size(); i++) {
        OutcomeEndToEndTest.Runaway runaway = runaways.get(i);
        ends.add(threads.submit(() -> endsByItsCode(runaway, series)));
        if (i % HONEST_EVERY == 0) {
          ends.add(threads.submit(this::isUndisturbed));
        }
      }
      for (Future<?> end : ends) {
        try {
          assertThat(end.get()).isNull();
        } catch (ExecutionException e) {
          complaints.add(String.valueOf(e.getCause()));
        }
      }
    }
    return complaints;
  }

  private void endsByItsCode(OutcomeEndToEndTest.Runaway runaway, String series) {
    Spec spec =
        Spec.of(bench.submitted(runaway.source()), GoldenSeries.AAPL, series)
            .worker(runaway.limits());
    Run run = bench.backtest(spec);
    String code = run.report("code");
    assertThat(runaway.codes()).as(runaway.name()).contains(code);
    assertThat(run.report("observed_by"))
        .as(runaway.name())
        .isEqualTo(code.equals("STRATEGY_ERROR") ? "WORKER" : runaway.observer());
  }

  private void isUndisturbed() {
    assertThat(bench.backtest(GoldenEndToEndTest.apple(bench)).report("decision_digest"))
        .isEqualTo(GoldenEndToEndTest.APPLE_DIGEST);
  }

  /**
   * What is still there at the end of a wait. Whatever a run leaves stays for good, whereas a dead
   * process that its parent is about to bury, ours or the database's, is gone a moment later.
   */
  private List<String> leftOnceSettled(List<String> before) throws InterruptedException {
    long end = System.nanoTime() + SETTLES.toNanos();
    List<String> left = leftovers();
    while (!left.equals(before) && System.nanoTime() < end) {
      Thread.sleep(LOOK.toMillis());
      left = leftovers();
    }
    return left;
  }

  /** What a run that was not cleaned up would leave: its process, zombie or not, its places. */
  private List<String> leftovers() {
    List<String> left = new ArrayList<>();
    ProcessHandle.current()
        .descendants()
        .filter(process -> process.info().command().map(RunawayTrialTest::isOfRuns).orElse(true))
        .forEach(process -> left.add(described(process)));
    left.addAll(named(bench.hostFolder(), 3, ".*/(worker|prepare|analyzer|importer)-.*|.*sock"));
    left.addAll(
        named(
            Path.of("/sys/fs/cgroup"),
            8,
            ".*/glovebox-" + ProcessHandle.current().pid() + "-[^/]*/.*w[0-9]+"));
    return left;
  }

  private static String described(ProcessHandle process) {
    try {
      return "process " + Files.readString(Path.of("/proc/" + process.pid() + "/stat"));
    } catch (IOException e) {
      return "process " + process.pid() + " of " + process.info();
    }
  }

  private static boolean isOfRuns(String command) {
    return !command.contains("postgres") && !command.endsWith("setpriv");
  }

  private static List<String> named(Path folder, int depth, String pattern) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    List<String> found = new ArrayList<>();
    try (Stream<Path> paths =
        Files.find(folder, depth, (path, _) -> path.toString().matches(pattern))) {
      paths.map(Path::toString).sorted().forEach(found::add);
    } catch (UncheckedIOException | IOException e) {
      // Something else in the folder was removed under the walk; what it saw until then counts.
      return found;
    }
    return found;
  }

  /**
   * The least of some collections: between two that compact everything the collector leaves dead
   * objects where they lie, a third of what lives here, and counts them as used.
   */
  private static long oldGenerationBytes() {
    return IntStream.range(0, COLLECTIONS).mapToLong(_ -> collected()).min().orElseThrow();
  }

  private static long collected() {
    System.gc();
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .filter(pool -> pool.getName().contains("Tenured") || pool.getName().contains("Old"))
        .mapToLong(RunawayTrialTest::usedBytes)
        .sum();
  }

  private static long usedBytes(MemoryPoolMXBean pool) {
    return pool.getUsage().getUsed();
  }
}
