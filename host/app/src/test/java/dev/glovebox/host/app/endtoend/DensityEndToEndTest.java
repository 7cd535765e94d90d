package dev.glovebox.host.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glovebox.host.app.client.HostClient;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A served host whose owners' backtests share workers, a runaway among them. */
@Tag("long")
@Timeout(value = 10, unit = TimeUnit.MINUTES)
final class DensityEndToEndTest {
  private static final int SEATS = 4;

  /** Takes long enough to be there when the runaway's deadline is over. */
  private static final String SLOW =
      """
      from glovebox import Strategy
      class Slow(Strategy):
          def on_bar(self, ctx, bar):
              total = 0
              for n in range(30000):
                  total += n
              if ctx.bar_index % 10 == 0:
                  ctx.target(1 + ctx.bar_index % 7)
      """;

  private static final String RUNAWAY =
      """
      from glovebox import Strategy
      class Runaway(Strategy):
          def on_bar(self, ctx, bar):
              if ctx.bar_index == 2:
                  sum(range(10**13))
      """;

  @Test
  void siblingsOfARunawayEndWithTheDigestOfAnUndisturbedRun() throws Exception {
    try (GateBench bench = new GateBench(DensityEndToEndTest::dense)) {
      String series = series(bench);
      Path slow = spec(bench, "slow", SLOW, series);
      Path runaway = spec(bench, "runaway", RUNAWAY, series);
      Run alone = backtest(bench, slow, 0);
      alone.said().mustEndWith(0);
      List<Run> siblings = new ArrayList<>();
      try (ExecutorService threads = Executors.newFixedThreadPool(SEATS)) {
        List<Future<Run>> runs = new ArrayList<>();
        for (int i = 1; i < SEATS; i++) {
          int number = i;
          runs.add(threads.submit(() -> backtest(bench, slow, number)));
        }
        Run bad = threads.submit(() -> backtest(bench, runaway, SEATS)).get();
        assertThat(bad.report("code")).isEqualTo("WALL_DEADLINE");
        assertThat(bad.report("bars_completed")).isEqualTo("2");
        for (Future<Run> run : runs) {
          siblings.add(run.get());
        }
      }
      for (Run sibling : siblings) {
        sibling.said().mustEndWith(0);
        assertThat(sibling.report("outcome")).isEqualTo("COMPLETED");
        assertThat(sibling.report("decision_digest")).isEqualTo(alone.report("decision_digest"));
        assertThat(sibling.report("isolation_measures")).contains("shared-by-one-owner");
      }
      bench.end();
      String log = log(bench);
      // The runaway as well: only alone could it be told from its siblings.
      assertThat(count(log, "\"worker_restarts\":1")).isEqualTo(siblings.size() + 1);
      assertThat(count(log, "\"worker_seats\":" + SEATS)).isEqualTo(siblings.size() + 2);
      bench
          .command(
              "verify",
              bench.made.resolve("host/data/audit").toString(),
              "--trust",
              bench.made.resolve("host/data/trust.json").toString())
          .mustEndWith(0);
    }
  }

  private static GateBench.Serving dense(Path config) {
    String density = "\n[density]\nbacktest_runs_per_worker_max = " + SEATS + "\n";
    GateBench.write(
        config, Bench.text(config).replace("workers_max = 4", "workers_max = 8") + density);
    return GateBench.here(config);
  }

  private static String series(GateBench bench) {
    Path file = GateBench.write(bench.work.resolve("AAPL.csv"), GoldenSeries.AAPL.csv());
    try (HostClient agent = bench.client("agent")) {
      String name = agent.importSeries(file, GoldenSeries.AAPL.stamp(), 0).getName();
      return name.substring(name.lastIndexOf('/') + 1);
    }
  }

  private static Path spec(GateBench bench, String name, String source, String series) {
    Path file = GateBench.write(bench.work.resolve(name + ".py"), source);
    Spec spec = Spec.of("", GoldenSeries.AAPL, series);
    String toml =
        new Spec(
                "file = \"" + file + "\"",
                spec.instrument(),
                1,
                "gate",
                "0",
                Map.of(),
                "wall_per_hook_seconds = 2")
            .toml()
            .replace("analysis = \"off\"", "analysis = \"on\"");
    return GateBench.write(bench.work.resolve(name + ".toml"), toml);
  }

  private static Run backtest(GateBench bench, Path spec, int number) {
    Path out = bench.work.resolve("out" + number);
    Said said = bench.as("agent", "backtest", "--spec", spec.toString(), "--out", out.toString());
    return new Run(said, out);
  }

  /** Every record of the log, as it is on disk. */
  static String log(GateBench bench) throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.walk(bench.made.resolve("host/data/audit"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        all.append(Files.readString(file, StandardCharsets.ISO_8859_1));
      }
    }
    return all.toString();
  }

  private static long count(String text, String part) {
    return Pattern.compile(Pattern.quote(part)).matcher(text).results().count();
  }
}
