package dev.glovebox.host.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glovebox.host.app.client.HostClient;
import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A strategy in Java from the template to a paper run: the way of one in Python. */
@Timeout(180)
final class JavaGatesEndToEndTest {
  private static final Pattern GRANT = Pattern.compile("teams/alpha/grants/grant-[0-9a-f]{32}");
  private static final Pattern CANDIDATE = Pattern.compile("teams/alpha/candidates/cand-[0-9a-z]+");

  private static GateBench bench;

  @BeforeAll
  static void start() {
    bench = new GateBench();
  }

  @AfterAll
  static void close() throws IOException {
    bench.close();
  }

  @Test
  void aTemplatePassesBothGatesAndDecidesOnPaperAsPythonDoesInABacktest() {
    Path java = bench.work.resolve("Crossing.java");
    bench.command("new", java.toString(), "--template", "sma").mustEndWith(0);
    assertThat(Bench.text(java)).contains("class Crossing extends", "public Crossing(");
    Path python = bench.work.resolve("crossing");
    bench.command("new", python.toString(), "--template", "sma").mustEndWith(0);
    python = bench.work.resolve("crossing.py");

    String candidate = submitted(java);
    Said said = bench.as("reviewer", "review", candidate, "--prepared").mustEndWith(0);
    assertThat(said.out())
        .contains("prepared here again: the same form", "analysed here again: the same")
        .contains("  strategy Crossing", "  class Crossing: ", "public final class Crossing");
    String key = bench.keyFile("reviewer").toString();
    bench.as("reviewer", "promote", candidate, "--key", key, "--yes").mustEndWith(0);
    assertThat(bench.as("agent", "candidates").mustEndWith(0).out()).contains("PROMOTED");

    Path bars = GateBench.write(bench.work.resolve("AAPL.csv"), GoldenSeries.AAPL.csv());
    try (HostClient agent = bench.client("agent")) {
      assertThat(agent.importSeries(bars, "open", 0).getBars()).isEqualTo(252);
    }
    Path paper = spec("PAPER", java, "id = \"paper-1\"", "[feed]\nspeed = \"max\"\n");
    said = bench.as("reviewer", "grant", "--spec", paper.toString(), "--key", key, "--yes");
    Matcher grant = GRANT.matcher(said.mustEndWith(0).out());
    assertThat(grant.find()).isTrue();
    Said onPaper = bench.as("agent", "run", "--spec", paper.toString(), "--grant", grant.group());
    Path tested = spec("BACKTEST", python, "type = \"CASH\"", "");
    Said inPython = bench.as("agent", "backtest", "--spec", tested.toString()).mustEndWith(0);
    assertThat(onPaper.mustEndWith(0).line("decision_digest"))
        .isPresent()
        .isEqualTo(inPython.line("decision_digest"));
  }

  private static String submitted(Path file) {
    Said said = bench.as("agent", "submit", file.toString()).mustEndWith(0);
    Matcher name = CANDIDATE.matcher(said.out());
    assertThat(name.find()).isTrue();
    return name.group();
  }

  private static Path spec(String mode, Path strategy, String account, String more) {
    return GateBench.write(
        bench.work.resolve(mode + ".toml"),
        """
        version = 1
        mode = "%s"
        [artifact]
        file = "%s"
        [parameters]
        fast = "5"
        slow = "20"
        [account]
        %s
        [account.cash]
        USD = "100000"
        [[instruments]]
        id = "AAPL"
        bars = "%s"
        stamp = "open"
        [limits]
        file = "%s"
        %s
        """
            .formatted(
                mode,
                strategy,
                account,
                bench.work.resolve("AAPL.csv"),
                bench.surroundings.home().resolve("research.limits.toml"),
                more));
  }
}
