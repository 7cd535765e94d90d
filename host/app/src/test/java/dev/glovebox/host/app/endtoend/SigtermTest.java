package dev.glovebox.host.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glovebox.host.app.client.HostClient;
import dev.glovebox.proto.api.v1.RunEnded;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A host that serves is told to end while a paper run trades. */
@Tag("long")
@Timeout(180)
final class SigtermTest {
  private static final Pattern GRANT = Pattern.compile("teams/alpha/grants/grant-[0-9a-f]{32}");
  private static final int STARTED_SECONDS_MAX = 60;

  /** A day takes a tenth of a second, so that the year is not over before the signal. */
  private static final String SPEED = "864000";

  private static final String BUYS =
      """
      from glovebox import Strategy
      class Buys(Strategy):
          def on_bar(self, ctx, bar):
              if ctx.bar_index % 2 == 0:
                  ctx.buy(1)
              ctx.log("bar " + str(ctx.bar_index))
      """;

  private static final int GONE_SECONDS_MAX = 10;

  @Test
  void endsItsRunsSealsItsLogAndExitsWithZero() throws Exception {
    AtomicReference<ServedProcess> served = new AtomicReference<>();
    try (GateBench bench =
        new GateBench(config -> {
          served.set(ServedProcess.start(config));
          return served.get();
        })) {
      RunEnded ended = signalled(bench, served.get());
      assertThat(ended.getReportJson())
          .contains("\"outcome\":\"INTERRUPTED\"", "\"code\":\"RUN_INTERRUPTED\"");
      assertThat(ended.getLogPosition()).isPositive();
      assertThat(Files.readString(bench.made.resolve("host/data/trust.json"))).isNotBlank();
      bench
          .command(
              "verify",
              bench.made.resolve("host/data/audit").toString(),
              "--trust",
              bench.made.resolve("host/data/trust.json").toString())
          .mustEndWith(0);
      Said doctor = bench.command("doctor", "--data", bench.made.resolve("host/data").toString());
      assertThat(doctor.out())
          .as("it has its result, so that nothing is left to be told")
          .doesNotContain("RUN_INTERRUPTED");
    }
  }

  /** Sends the signal once bars are done, and returns what the run's watcher was told last. */
  private static RunEnded signalled(GateBench bench, ServedProcess served) throws Exception {
    String run = started(bench);
    CountDownLatch trades = new CountDownLatch(1);
    AtomicReference<RunEnded> last = new AtomicReference<>(RunEnded.getDefaultInstance());
    try (HostClient agent = bench.client("agent")) {
      CompletableFuture<Void> watched =
          CompletableFuture.runAsync(() ->
              agent.watch(
                  run,
                  event -> {
                    if (event.hasLog() && event.getLog().getLine().equals("bar 3")) {
                      trades.countDown();
                    }
                    if (event.hasEnded()) {
                      last.set(event.getEnded());
                    }
                  }));
      assertThat(trades.await(STARTED_SECONDS_MAX, TimeUnit.SECONDS)).as("it trades").isTrue();
      ServedProcess.Ended ended = served.terminate();
      assertThat(ended.exit()).isZero();
      // Whoever takes over orphans may need a moment to see the last of them go.
      for (ProcessHandle member : ended.family()) {
        assertThat(member.onExit().get(GONE_SECONDS_MAX, TimeUnit.SECONDS)).isEqualTo(member);
      }
      assertThat(ended.family()).isNotEmpty();
      watched.get(STARTED_SECONDS_MAX, TimeUnit.SECONDS);
    }
    return last.get();
  }

  /** Walks a strategy through both gates and starts it. */
  private static String started(GateBench bench) throws IOException {
    String key = bench.keyFile("reviewer").toString();
    Path source = GateBench.write(bench.work.resolve("buys.py"), BUYS);
    Path bars = GateBench.write(bench.work.resolve("AAPL.csv"), GoldenSeries.AAPL.csv());
    Path spec = GateBench.write(bench.work.resolve("paper.toml"), spec(bench, source, bars));
    String candidate = bench.submitted("agent", Files.readString(source));
    try (HostClient agent = bench.client("agent")) {
      assertThat(agent.importSeries(bars, "open", 0).getBars()).isEqualTo(252);
    }
    bench.as("reviewer", "promote", candidate, "--key", key, "--yes").mustEndWith(0);
    Said granted = bench.as("reviewer", "grant", "--spec", spec.toString(), "--key", key, "--yes");
    Matcher grant = GRANT.matcher(granted.mustEndWith(0).out());
    assertThat(grant.find()).isTrue();
    return bench
        .as("agent", "run", "--spec", spec.toString(), "--grant", grant.group(), "--detach")
        .mustEndWith(0)
        .out()
        .strip();
  }

  private static String spec(GateBench bench, Path source, Path bars) {
    return """
    version = 1
    mode = "PAPER"
    [artifact]
    file = "%s"
    [account]
    id = "paper-1"
    [account.cash]
    USD = "100000"
    [[instruments]]
    id = "AAPL"
    bars = "%s"
    stamp = "open"
    [limits]
    file = "%s"
    [feed]
    speed = "%s"
    """
        .formatted(source, bars, bench.surroundings.home().resolve("research.limits.toml"), SPEED);
  }
}
