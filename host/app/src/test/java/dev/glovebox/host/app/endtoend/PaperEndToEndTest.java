package dev.glovebox.host.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glovebox.host.app.Main;
import dev.glovebox.host.app.Surroundings;
import dev.glovebox.host.app.host.ServedHost;
import dev.glovebox.host.app.setup.DevelopmentHost;
import dev.glovebox.host.app.spec.LimitsFile;
import dev.glovebox.host.clock.SystemClock;
import dev.glovebox.host.model.Sha256;
import dev.glovebox.host.model.TeamId;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** From the submission to a promoted paper run over the Bitstamp trades, by the command line. */
@Timeout(240)
final class PaperEndToEndTest {
  private static final Surroundings HERE = Surroundings.ofThisProcess();
  private static final TeamId TEAM = new TeamId("alpha");

  @TempDir private Path folder;
  private Path made = Path.of("");
  private String tls = "";

  @Test
  void aPromotedPaperRunIsTheBacktestByteForByte() throws Exception {
    made = folder.resolve("made");
    var _ =
        new DevelopmentHost(
                made,
                TEAM,
                "127.0.0.1:0",
                List.of(),
                HERE.home().resolve(LimitsFile.COMMITTED_NAME))
            .write(new SystemClock(), new SecureRandom());
    write("trades.csv", GoldenSeries.resource("/bitstamp_trades_from_20131125_usd.csv"));
    write("AAPL.csv", GoldenSeries.AAPL.csv());
    try (ServedHost host = ServedHost.start(HERE, made.resolve("host/glovebox.toml"))) {
      tls = "127.0.0.1:" + host.ready().replaceAll(".*:", "");
      String artifact = story();
      theGrantIsSpent();
      assertThat(artifact).hasSize(64);
    }
    Said verified =
        run(
            "verify",
            made.resolve("host/data/audit").toString(),
            "--trust",
            made.resolve("host/data/trust.json").toString());
    verified.mustEndWith(0);
  }

  private String story() throws IOException {
    Path source = HERE.home().resolve("strategies/examples/src/main/python/sma_cross.py");
    as("agent", "submit", source.toString()).mustEndWith(0);
    String artifact = Sha256.of(Files.readAllBytes(source)).hex();
    write("backtest.toml", spec("BACKTEST", artifact, 1, ""));
    write("blocks.toml", spec("BACKTEST", artifact, 16, ""));
    write("paper.toml", spec("PAPER", artifact, 1, "[feed]\nspeed = \"max\"\n"));
    as("agent", "backtest", "--spec", path("backtest.toml"), "--out", path("backtest"))
        .mustEndWith(0);
    as("agent", "backtest", "--spec", path("blocks.toml"), "--out", path("blocks")).mustEndWith(0);

    Said unpromoted = as("agent", "run", "--spec", path("paper.toml"));
    unpromoted.mustEndWith(1);
    assertThat(unpromoted.err()).contains("PROMOTION_MISSING");

    write("check.toml", checked(artifact));
    as("agent", "check", "--spec", path("check.toml")).mustEndWith(0);
    String candidate = name("candidates", as("agent", "candidates"));
    String key = made.resolve("reviewer/reviewer.key").toString();
    as("reviewer", "promote", candidate, "--key", key, "--yes").mustEndWith(0);
    Said ungranted = as("agent", "run", "--spec", path("paper.toml"));
    ungranted.mustEndWith(1);
    assertThat(ungranted.err()).contains("RUN_GRANT_MISSING");
    Said granted = as("reviewer", "grant", "--spec", path("paper.toml"), "--key", key, "--yes");
    granted.mustEndWith(0);
    String grant = name("grants", granted);
    write("grant", grant);
    as("agent", "run", "--spec", path("paper.toml"), "--grant", grant, "--out", path("paper"))
        .mustEndWith(0);
    for (String file : List.of("decisions.jsonl", "fills.csv", "equity.csv")) {
      assertThat(folder.resolve("paper").resolve(file))
          .as(file)
          .hasSameBinaryContentAs(folder.resolve("backtest").resolve(file))
          .hasSameBinaryContentAs(folder.resolve("blocks").resolve(file));
    }
    assertThat(Files.readAllLines(folder.resolve("paper/decisions.jsonl"))).hasSize(1_917);
    assertThat(Files.readAllLines(folder.resolve("paper/fills.csv"))).hasSizeGreaterThan(20);
    return artifact;
  }

  private void theGrantIsSpent() throws IOException {
    String grant = Files.readString(folder.resolve("grant"));
    Said again = as("agent", "run", "--spec", path("paper.toml"), "--grant", grant);
    again.mustEndWith(1);
    assertThat(again.err()).contains("RUN_GRANT_SPENT");
    Said runs = as("agent", "runs");
    runs.mustEndWith(0);
    String paper =
        runs.out().lines().filter(line -> line.contains("PAPER")).findFirst().orElseThrow();
    assertThat(paper).contains("ENDED  OK").endsWith("teams/alpha/accounts/paper-1");
    String name = paper.substring(0, paper.indexOf(' '));
    as("agent", "report", name, "--out", path("report")).mustEndWith(0);
    assertThat(folder.resolve("report/fills.csv"))
        .hasSameBinaryContentAs(folder.resolve("paper/fills.csv"));
    Said stopped = as("operator", "stop", name);
    stopped.mustEndWith(0);
    assertThat(stopped.out()).as("what is over stays as it is").contains("ENDED  OK");
  }

  /** Returns the first whole name of a collection that a command printed. */
  private static String name(String collection, Said said) {
    said.mustEndWith(0);
    Matcher name =
        Pattern.compile("teams/alpha/" + collection + "/[A-Za-z0-9._-]+").matcher(said.out());
    assertThat(name.find()).as(said.all()).isTrue();
    return name.group();
  }

  private String spec(String mode, String artifact, int block, String feed) {
    String account = mode.equals("PAPER") ? "[account]\nid = \"paper-1\"\n" : "";
    return """
    version = 1
    mode = "%s"
    block = %d
    [artifact]
    sha256 = "%s"
    [parameters]
    fast = "10"
    slow = "30"
    size = "2"
    [[instruments]]
    id = "BTC"
    ticks = "trades.csv"
    interval_seconds = 300
    stamp = "close"
    """
            .formatted(mode, block, artifact)
        + account
        + feed;
  }

  private static String checked(String artifact) {
    return """
    version = 1
    [artifact]
    sha256 = "%s"
    [parameters]
    fast = "5"
    slow = "20"
    size = "20"
    [[instruments]]
    bars = "AAPL.csv"
    """
        .formatted(artifact);
  }

  /** Runs a command as one of the principals. */
  private Said as(String principal, String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(
        List.of(
            "--host", tls, "--identity", made.resolve("principals").resolve(principal).toString()));
    return run(all.toArray(String[]::new));
  }

  private static Said run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exit = Main.run(HERE, new PrintWriter(out), new PrintWriter(err), arguments);
    return new Said(exit, out.toString(), err.toString());
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
  }

  private String path(String name) {
    return folder.resolve(name).toString();
  }
}
