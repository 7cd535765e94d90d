package dev.glovebox.host.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glovebox.host.app.client.HostClient;
import dev.glovebox.proto.api.v1.RunEnded;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Paper runs behind both gates that share a real worker of a served host. */
@Tag("long")
@Timeout(value = 10, unit = TimeUnit.MINUTES)
final class DensityPaperTest {
  private static final Pattern GRANT = Pattern.compile("teams/alpha/grants/grant-[0-9a-f]{32}");
  private static final int SEATS = 4;
  private static final int GONE_SECONDS_MAX = 20;
  private static final int TRADES_SECONDS_MAX = 180;

  /** A day takes a twelfth of a second, so that nobody is through before a deadline has passed. */
  private static final String QUICK = "1000000";

  /**
   * The year takes five minutes: whoever looks at a run that is over sees its end alone, and a busy
   * machine needs longer than half a minute from one run's start to its watching.
   */
  private static final String SLOW = "100000";

  private static final String TRADES =
      """
      from glovebox import Strategy
      class Trades(Strategy):
          def on_bar(self, ctx, bar):
              if ctx.bar_index % 10 == 0:
                  ctx.target(1 + ctx.bar_index % 7)
              ctx.log("bar " + str(ctx.bar_index))
      """;

  private static final String RUNAWAY =
      """
      from glovebox import Strategy
      class Runaway(Strategy):
          def on_bar(self, ctx, bar):
              if ctx.bar_index == 20:
                  sum(range(10**13))
      """;

  @Test
  void siblingsOfARunawayPlaceTheOrdersOfAnUndisturbedRunOnce() throws Exception {
    try (GateBench bench = new GateBench(config -> GateBench.here(dense(config)))) {
      series(bench);
      promote(bench, "trades", TRADES);
      promote(bench, "runaway", RUNAWAY);
      RunEnded alone = ended(bench, granted(bench, "trades", 1, QUICK).start(bench));
      assertThat(alone.getReportJson()).contains("\"outcome\":\"COMPLETED\"");
      List<String> runs =
          started(
              bench,
              granted(bench, "trades", 1, QUICK),
              granted(bench, "trades", 2, QUICK),
              granted(bench, "runaway", 3, QUICK));
      List<RunEnded> ends = new ArrayList<>();
      try (ExecutorService watchers = Executors.newFixedThreadPool(runs.size())) {
        List<Future<RunEnded>> watched = new ArrayList<>();
        runs.forEach(run -> watched.add(watchers.submit(() -> ended(bench, run))));
        for (Future<RunEnded> each : watched) {
          ends.add(each.get());
        }
      }
      assertThat(ends.getLast().getReportJson()).contains("\"code\":\"WALL_DEADLINE\"");
      for (RunEnded sibling : ends.subList(0, 2)) {
        // The same Decisions are the same orders, each under its own key, once.
        assertThat(member(sibling, "outcome")).isEqualTo("COMPLETED");
        assertThat(member(sibling, "decision_digest")).isEqualTo(member(alone, "decision_digest"));
        assertThat(member(sibling, "final_cash")).isEqualTo(member(alone, "final_cash"));
      }
      bench.end();
      String log = DensityEndToEndTest.log(bench);
      assertThat(count(log, "\"cause\":\"WALL_DEADLINE\"")).isEqualTo(runs.size());
      assertThat(count(log, "\"outcome\":\"RESTARTED\"")).isEqualTo(runs.size());
      assertThat(count(log, "\"worker_restarts\":1")).isEqualTo(runs.size());
      verify(bench);
    }
  }

  @Test
  void aKilledHostLeavesNothingOfASharedWorker() throws Exception {
    AtomicReference<ServedProcess> served = new AtomicReference<>();
    try (GateBench bench =
        new GateBench(config -> {
          served.set(ServedProcess.start(dense(config)));
          return served.get();
        })) {
      series(bench);
      promote(bench, "trades", TRADES);
      List<String> runs =
          started(bench, granted(bench, "trades", 1, SLOW), granted(bench, "trades", 2, SLOW));
      List<ProcessHandle> family = killed(bench, served.get(), runs);
      assertThat(family).isNotEmpty();
      for (ProcessHandle member : family) {
        assertThat(member.onExit().get(GONE_SECONDS_MAX, TimeUnit.SECONDS)).isEqualTo(member);
      }
      Path data = bench.made.resolve("host/data");
      assertThat(data.resolve("recordings")).isEmptyDirectory();
      Matcher workers =
          Pattern.compile("\"worker_id\":\"(worker-[0-9a-f]+)\"")
              .matcher(DensityEndToEndTest.log(bench));
      List<String> ids = workers.results().map(found -> found.group(1)).toList();
      assertThat(ids).as("both had places in one worker").hasSize(2);
      assertThat(ids.getFirst()).isEqualTo(ids.getLast());

      // The next start finds both, and takes on new work.
      GateBench.Serving next = GateBench.here(bench.made.resolve("host/glovebox.toml"));
      next.end();
      Said doctor = bench.command("doctor", "--data", data.toString());
      for (String run : runs) {
        assertThat(doctor.out()).contains("RUN_INTERRUPTED " + run);
      }
      verify(bench);
    }
  }

  /** Kills the host once all runs trade; returns the processes that it had. */
  private static List<ProcessHandle> killed(
      GateBench bench, ServedProcess served, List<String> runs) throws InterruptedException {
    Map<String, CompletableFuture<Void>> trading = new LinkedHashMap<>();
    Queue<String> seen = new ConcurrentLinkedQueue<>();
    List<CompletableFuture<Void>> watches = new ArrayList<>();
    ExecutorService watchers = Executors.newFixedThreadPool(runs.size());
    for (String run : runs) {
      CompletableFuture<Void> trades = new CompletableFuture<>();
      trading.put(run, trades);
      watches.add(
          CompletableFuture.runAsync(() -> watch(bench, run, trades, seen), watchers)
              .whenComplete((_, thrown) ->
                  trades.completeExceptionally(
                      new AssertionError(run + " is watched no longer", thrown))));
    }
    watchers.shutdown();
    trading.forEach((run, trades) ->
        assertThat(trades)
            .as(() -> run + " trades; seen: " + seen)
            .succeedsWithin(TRADES_SECONDS_MAX, TimeUnit.SECONDS));
    List<ProcessHandle> family = served.kill();
    watches.forEach(watch -> assertThat(watch).failsWithin(GONE_SECONDS_MAX, TimeUnit.SECONDS));
    return family;
  }

  private static void watch(
      GateBench bench, String run, CompletableFuture<Void> trades, Queue<String> seen) {
    try (HostClient agent = bench.client("agent")) {
      agent.watch(
          run,
          event -> {
            if (!trades.isDone()) {
              seen.add(run + " " + event);
            }
            if (event.hasLog() && event.getLog().getLine().equals("bar 3")) {
              trades.complete(null);
            }
          });
    }
  }

  private static Path dense(Path config) {
    StringBuilder text =
        new StringBuilder(Bench.text(config).replace("workers_max = 4", "workers_max = 8"));
    text.append("\n[density]\npaper_runs_per_worker_max = ").append(SEATS).append('\n');
    for (int account = 2; account < SEATS; account++) {
      text.append(
          """

          [[accounts]]
          id = "paper-%d"
          team = "alpha"
          owner = "agent"
          currency = "USD"
          """
              .formatted(account));
    }
    return GateBench.write(config, text.toString());
  }

  private static void series(GateBench bench) {
    Path bars = GateBench.write(bench.work.resolve("AAPL.csv"), GoldenSeries.AAPL.csv());
    try (HostClient agent = bench.client("agent")) {
      assertThat(agent.importSeries(bars, "open", 0).getBars()).isEqualTo(252);
    }
  }

  /** Takes a strategy through the first gate. */
  private static void promote(GateBench bench, String name, String source) {
    GateBench.write(bench.work.resolve(name + ".py"), source);
    String candidate = bench.submitted("agent", source);
    bench.as("reviewer", "promote", candidate, "--key", key(bench), "--yes").mustEndWith(0);
  }

  private static Path spec(GateBench bench, String name, int account, String speed) {
    String spec =
        """
        version = 1
        mode = "PAPER"
        [artifact]
        file = "%s"
        [account]
        id = "paper-%d"
        [account.cash]
        USD = "100000"
        [[instruments]]
        id = "AAPL"
        bars = "%s"
        stamp = "open"
        [limits]
        file = "%s"
        [worker]
        wall_per_hook_seconds = 2
        [feed]
        speed = "%s"
        """
            .formatted(
                bench.work.resolve(name + ".py"),
                account,
                bench.work.resolve("AAPL.csv"),
                bench.surroundings.home().resolve("research.limits.toml"),
                speed);
    return GateBench.write(bench.work.resolve(name + account + ".toml"), spec);
  }

  /** A run that may start. */
  private record Granted(Path spec, String grant) {
    String start(GateBench bench) {
      return bench
          .as("agent", "run", "--spec", spec.toString(), "--grant", grant, "--detach")
          .mustEndWith(0)
          .out()
          .strip();
    }
  }

  private static Granted granted(GateBench bench, String name, int account, String speed) {
    Path spec = spec(bench, name, account, speed);
    Said said =
        bench.as("reviewer", "grant", "--spec", spec.toString(), "--key", key(bench), "--yes");
    Matcher grant = GRANT.matcher(said.mustEndWith(0).out());
    assertThat(grant.find()).isTrue();
    return new Granted(spec, grant.group());
  }

  /** Starts runs one right after the other: what takes long was done before the first. */
  private static List<String> started(GateBench bench, Granted... granted) {
    return Arrays.stream(granted).map(run -> run.start(bench)).toList();
  }

  private static String key(GateBench bench) {
    return bench.keyFile("reviewer").toString();
  }

  private static RunEnded ended(GateBench bench, String run) {
    AtomicReference<RunEnded> last = new AtomicReference<>(RunEnded.getDefaultInstance());
    try (HostClient agent = bench.client("agent")) {
      agent.watch(
          run,
          event -> {
            if (event.hasEnded()) {
              last.set(event.getEnded());
            }
          });
    }
    return last.get();
  }

  private static String member(RunEnded ended, String name) {
    Matcher found = Pattern.compile("\"" + name + "\":\"([^\"]*)\"").matcher(ended.getReportJson());
    assertThat(found.find()).as(ended.getReportJson()).isTrue();
    return found.group(1);
  }

  private static long count(String text, String part) {
    return Pattern.compile(Pattern.quote(part)).matcher(text).results().count();
  }

  private static void verify(GateBench bench) {
    bench
        .command(
            "verify",
            bench.made.resolve("host/data/audit").toString(),
            "--trust",
            bench.made.resolve("host/data/trust.json").toString())
        .mustEndWith(0);
  }
}
