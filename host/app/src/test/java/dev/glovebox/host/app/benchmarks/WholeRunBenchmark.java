package dev.glovebox.host.app.benchmarks;

import static dev.glovebox.host.app.benchmarks.Report.load;
import static dev.glovebox.host.app.benchmarks.Report.say;
import static org.assertj.core.api.Assertions.assertThat;

import dev.glovebox.host.app.Surroundings;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole product on made-up bars, beside a CPython event loop and plain loops. Prints figures
 * and how they stand to the goals; asserts only that every run completed. See docs/benchmarks.md.
 */
final class WholeRunBenchmark {
  private static final long BARS = Long.getLong("glovebox.benchmarks.bars", 20_000);
  private static final long LONG_BARS = Long.getLong("glovebox.benchmarks.bars.long", 0);
  private static final int SUBMISSIONS = Integer.getInteger("glovebox.benchmarks.submissions", 3);

  /** What backtrader was measured to cost a bar on this strategy, in seconds of CPU. */
  private static final double PEER_SECONDS_A_BAR = 54e-6;

  /** Slow averages: about as many orders as the run had that the goals come from. */
  private static final String[] RARE = {"--param", "fast=50", "--param", "slow=200"};

  private static final double CPU_RATIO_GOAL = 3;
  private static final double WALL_RATIO_GOAL = 10;

  @TempDir private Path work;

  private final Surroundings surroundings = Surroundings.ofThisProcess();

  @Test
  void figuresOfOneRun() throws Exception {
    say("java %s, %s", Runtime.version(), processor());
    load();
    Path bars = SyntheticBars.write(work.resolve("AAA.csv"), BARS);
    double peer = python("event_loop.py", bars, "CPython event loop");
    python("plain_loop.py", bars, "CPython plain loop");
    plainJava(bars);
    // The first command after a build makes images; that is not a run's cost.
    backtest(SyntheticBars.write(work.resolve("WARM.csv"), 100), 1, "gate");
    cpu("gate, lock-step", backtest(bars, 1, "gate"), peer);
    cpu("gate, block 256", backtest(bars, 256, "gate"), peer);
    cpu("bulk, block 256", backtest(bars, 256, "bulk"), peer);
    cpu("bulk, block 4096, an order every 150 bars", backtest(bars, 4096, "bulk", RARE), peer);
    if (LONG_BARS > 0) {
      longRun(peer);
    }
    say("agent round trip, goals p50: 1000 ms cold, 150 ms warm");
    AgentRoundTrip.measure(System.out, surroundings, SUBMISSIONS);
    load();
  }

  private void longRun(double peer) throws IOException, InterruptedException {
    Path bars = SyntheticBars.write(work.resolve("LONG.csv"), LONG_BARS);
    ProcessTree.Cost cost = backtest(bars, 4096, "bulk", RARE);
    say(
        "%d bars, bulk, block 4096, an order every 150 bars: wall %.1f s, CPU %.1f s",
        LONG_BARS, cost.wallSeconds(), cost.cpuSeconds());
    goal(
        "  wall against backtrader's shape",
        LONG_BARS * PEER_SECONDS_A_BAR / cost.wallSeconds(),
        WALL_RATIO_GOAL);
    say("  wall against the event loop here: %.2f x", LONG_BARS * peer / cost.wallSeconds());
  }

  private static void cpu(String what, ProcessTree.Cost cost, double peer) {
    say(
        "%d bars, %s: wall %.1f s, CPU of the whole tree %.1f s, %.0f bars per CPU-second",
        BARS, what, cost.wallSeconds(), cost.cpuSeconds(), BARS / cost.cpuSeconds());
    goal(
        "  CPU against backtrader's shape",
        BARS * PEER_SECONDS_A_BAR / cost.cpuSeconds(),
        CPU_RATIO_GOAL);
    say("  CPU against the event loop here: %.2f x", BARS * peer / cost.cpuSeconds());
  }

  private ProcessTree.Cost backtest(Path bars, int block, String profile, String... more)
      throws IOException, InterruptedException {
    Path home = surroundings.home();
    List<String> command =
        new ArrayList<>(
            List.of(
                home.resolve("glovebox").toString(),
                "backtest",
                home.resolve("strategies/examples/src/main/python/sma_cross.py").toString(),
                "--bars",
                bars.toString(),
                "--block",
                Integer.toString(block),
                "--profile",
                profile));
    command.addAll(List.of(more));
    ProcessTree.Cost cost = ProcessTree.run(work, command);
    assertThat(cost.exit()).as(cost.out()).isZero();
    return cost;
  }

  /** Returns seconds of CPU a bar. */
  private double python(String script, Path bars, String what)
      throws IOException, InterruptedException {
    Path file = work.resolve(script);
    try (InputStream in = getClass().getResourceAsStream("/benchmarks/" + script)) {
      Files.copy(Optional.ofNullable(in).orElseThrow(), file, StandardCopyOption.REPLACE_EXISTING);
    }
    ProcessTree.Cost cost =
        ProcessTree.run(work, List.of("python3", "-I", file.toString(), bars.toString()));
    assertThat(cost.exit()).as(cost.out()).isZero();
    say("%s: %.2f us CPU a bar", what, cost.cpuSeconds() / BARS * 1e6);
    return cost.cpuSeconds() / BARS;
  }

  /** The strategy alone, parsing included, after the JVM has seen it once. */
  private static void plainJava(Path bars) throws IOException {
    long nanos = 0;
    for (int round = 0; round < 2; round++) {
      long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      assertThat(PlainLoop.fills(bars)).isPositive();
      nanos = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
    }
    say("plain Java loop: %.2f us CPU a bar", nanos / 1000.0 / BARS);
  }

  private static void goal(String what, double ratio, double goal) {
    say("%s: %.2f x (goal >= %.0f x): %s", what, ratio, goal, ratio >= goal ? "PASS" : "FAIL");
  }

  private static String processor() throws IOException {
    Path info = Path.of("/proc/cpuinfo");
    if (!Files.isReadable(info)) {
      return System.getProperty("os.arch");
    }
    return Files.readAllLines(info).stream()
        .filter(line -> line.startsWith("model name"))
        .map(line -> line.substring(line.indexOf(':') + 1).strip())
        .findFirst()
        .orElse(System.getProperty("os.arch"));
  }
}
