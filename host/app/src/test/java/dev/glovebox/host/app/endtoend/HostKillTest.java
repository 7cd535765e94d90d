package dev.glovebox.host.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glovebox.host.app.Surroundings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The whole host dies by SIGKILL, three times on one data folder: nothing of it is left running,
 * the log stays sound, what was interrupted is named, and the next backtest works.
 *
 * <p>The system property {@value #TRIALS} says how many rounds; round n is seeded by n.
 */
@Tag("long")
@ExtendWith(Bench.Shared.class)
@Timeout(value = 300, unit = TimeUnit.SECONDS)
final class HostKillTest {
  private static final String TRIALS = "glovebox.trials";

  /** Slow enough to be met at work: some milliseconds a bar. */
  private static final String BUSY =
      """
      from glovebox import Strategy
      class Busy(Strategy):
          def on_bar(self, ctx, bar):
              for number in range(3000):
                  number = number + 1
              ctx.buy(1)
      """;

  private final Bench bench;

  HostKillTest(Bench bench) {
    this.bench = bench;
  }

  /** When to kill: a pattern of a line on stderr, and a seeded wait after it. */
  private enum Moment {
    SUBMITTING("private host .*", 1500),
    RUNNING("bars \\d+ of 252", 300),
    ENDING("bars 2\\d\\d of 252", 500);

    private final String line;
    private final int waitMillisMax;

    Moment(String line, int waitMillisMax) {
      this.line = line;
      this.waitMillisMax = waitMillisMax;
    }
  }

  static IntStream seeds() {
    return IntStream.range(0, Math.max(1, Integer.getInteger(TRIALS, 1)));
  }

  @ParameterizedTest(name = "round {0}")
  @MethodSource("seeds")
  void losesNoProcessNoEvidenceAndNoFolderWhenTheHostIsKilled(int seed)
      throws IOException, InterruptedException {
    Random random = new Random(seed);
    Path data = bench.fresh("data");
    Path strategy = bench.file("busy.py", BUSY);
    Path bars = bench.file("AAPL.csv", GoldenSeries.AAPL.csv());
    Surroundings around = withTemporary(Files.createDirectory(bench.fresh("t")));
    Map<Moment, DoomedHost> hosts = new EnumMap<>(Moment.class);
    for (Moment moment : Moment.values()) {
      DoomedHost host = DoomedHost.start(bench, around, data, strategy, bars);
      try {
        host.killAfter(moment.line, random.nextInt(moment.waitMillisMax));
      } finally {
        host.bury();
      }
      assertThat(host.places()).as("what there is to sweep").anyMatch(Files::exists);
      hosts.put(moment, host);
    }
    DoomedHost running = Objects.requireNonNull(hosts.get(Moment.RUNNING));
    assertThat(running.family())
        .as("the kill met a database and a worker")
        .anyMatch(program -> program.endsWith("/postgres"))
        .anyMatch(program -> program.endsWith("/java"));
    String interrupted = running.run().orElseThrow();
    DoomedHost ending = Objects.requireNonNull(hosts.get(Moment.ENDING));
    assertThat(ending.told()).anyMatch(line -> line.startsWith("RUN_INTERRUPTED: " + interrupted));
    check(around, data, bars, interrupted, ending);
    assertThat(around.temporary()).isEmptyDirectory();
    for (DoomedHost host : hosts.values()) {
      assertThat(host.places()).as("left by a killed host").noneMatch(Files::exists);
    }
    assertThat(zombies()).isEmpty();
  }

  private Surroundings withTemporary(Path temporary) {
    Surroundings around = bench.surroundings();
    return new Surroundings(
        around.home(),
        around.cache(),
        temporary,
        around.user(),
        around.javaHome(),
        around.osName(),
        around.osArch(),
        around.programs(),
        around.ceiling());
  }

  /** Children of this process that have ended and that nobody asked for. */
  private static List<Long> zombies() {
    return ProcessHandle.current()
        .children()
        .filter(child -> !child.isAlive())
        .map(ProcessHandle::pid)
        .toList();
  }

  private void check(
      Surroundings around, Path data, Path bars, String interrupted, DoomedHost ending) {
    Path out = bench.fresh("out");
    Said next =
        Bench.command(
            around,
            "backtest",
            bench.smaCross().toString(),
            "--bars",
            bars.toString(),
            "--analysis",
            "off",
            "--param",
            "fast=5",
            "--param",
            "slow=20",
            "--param",
            "size=20",
            "--fee-bps",
            "5",
            "--data",
            data.toString(),
            "--out",
            out.toString());
    next.mustEndWith(0);
    assertThat(new Run(next, out).report("decision_digest"))
        .isEqualTo(GoldenEndToEndTest.APPLE_DIGEST);

    Said doctor = bench.command("doctor", "--data", data.toString());
    doctor.mustEndWith(1);
    assertThat(doctor.out()).containsOnlyOnce("RUN_INTERRUPTED " + interrupted);
    assertThat(doctor.out()).doesNotContain(next.line("run").orElseThrow());
    if (ending.finished()) {
      assertThat(doctor.out()).doesNotContain(ending.run().orElseThrow());
    }
    Said verified =
        bench.command(
            "verify",
            data.resolve("audit").toString(),
            "--trust",
            out.resolve("trust.json").toString());
    verified.mustEndWith(0);
  }
}
