package dev.glovebox.host.app.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is wrong with what a user gave, by exit code and stable code; no worker is started. */
@ExtendWith(Bench.Shared.class)
@Timeout(value = 120, unit = TimeUnit.SECONDS)
final class UncleanInputTest {
  private static final int SOURCE_BYTES_MAX = 256 * 1024;
  private static final String HONEST =
      """
      from glovebox import Strategy
      class Idle(Strategy):
          def on_bar(self, ctx, bar):
              pass
      """;

  private final Bench bench;
  private final String strategy;
  private final String bars;

  UncleanInputTest(Bench bench) {
    this.bench = bench;
    this.strategy = bench.smaCross().toString();
    this.bars = bench.file("AAPL.csv", GoldenSeries.AAPL.csv()).toString();
  }

  @Test
  void refusesAFlagThatItDoesNotKnow() {
    refused(2, "ARGUMENT_INVALID", "backtest", strategy, "--bars", bars, "--turbo");
    refused(2, "ARGUMENT_INVALID", "backtest", strategy, "--bars", bars, "--block", "0");
    refused(2, "ARGUMENT_INVALID", "backtest", strategy, "--bars", bars, "--cash", "1e5");
    refused(2, "ARGUMENT_INVALID", "conquer");
  }

  @Test
  void refusesMoreThanOneInstrument() {
    refused(
        2, "INSTRUMENTS_UNSUPPORTED", "backtest", strategy, "--bars", bars, "--bars", "B=" + bars);
  }

  @Test
  void refusesAFlagNextToARunSpec() {
    String spec = bench.file("run.toml", "version = 1\n").toString();
    refused(2, "ARGUMENT_INVALID", "backtest", "--spec", spec, "--cash", "5");
    refused(2, "ARGUMENT_INVALID", "backtest", strategy, "--spec", spec);
  }

  @Test
  void namesTheLineOfAKeyThatARunSpecMustNotHave() {
    String spec = bench.file("run.toml", "version = 1\n[artifact]\nflie = \"a.py\"\n").toString();
    Said said = refused(2, "SPEC_INVALID", "backtest", "--spec", spec);
    assertThat(said.err()).contains("artifact");
  }

  @Test
  void cannotTellWithoutTheFiles() {
    String missing = bench.fresh("missing").toString();
    refused(3, "FILE_UNREADABLE", "backtest", missing, "--bars", bars);
    refused(3, "FILE_UNREADABLE", "backtest", strategy, "--bars", "A=" + missing);
    refused(
        3, "HOST_UNREACHABLE", "backtest", strategy, "--bars", bars, "--host", "unix:" + missing);
  }

  @Test
  void cannotTellAboutASourceThatIsBinaryOrTooLarge() throws IOException {
    Path binary = bench.fresh("binary.py");
    Files.write(binary, new byte[] {'a', 0, 'b'});
    refused(3, "FILE_UNREADABLE", "backtest", binary.toString(), "--bars", bars);
    byte[] source = HONEST.getBytes(UTF_8);
    String filled = HONEST + "#".repeat(SOURCE_BYTES_MAX + 1 - source.length);
    String large = bench.file("large.py", filled).toString();
    refused(3, "SOURCE_TOO_LARGE", "backtest", large, "--bars", bars);
  }

  @Test
  void namesTheLineOfABarThatCannotBe() {
    String low = "date,open,high,low,close,volume\n2020-01-01,5,6,4,5,1\n2020-01-02,5,4,6,5,1\n";
    Said said = onHost(bench.file("LOW.csv", low));
    said.mustEndWith(1);
    assertThat(said.err()).containsPattern("(?m)^[A-Z_]+: .*line 3\\b");
  }

  @Test
  void namesTheLineOfATimeOffTheGrid() {
    String off =
        """
        time,open,high,low,close,volume
        2020-01-01 00:00,1,1,1,1,1
        2020-01-01 00:05,1,1,1,1,1
        2020-01-01 00:13,1,1,1,1,1
        """;
    Said said = onHost(bench.file("OFF.csv", off));
    said.mustEndWith(1);
    assertThat(said.err()).containsPattern("BARS_MISALIGNED: .*line 4\\b");
  }

  @Test
  void findsASyntaxErrorAndStartsNoRun() {
    String broken = bench.file("broken.py", HONEST + "def (:\n").toString();
    Said said = bench.command("backtest", broken, "--bars", bars, "--host", bench.address());
    said.mustEndWith(1);
    assertThat(said.out()).containsPattern("broken\\.py:5:\\d+ error PY000 ");
    assertThat(said.err()).contains("CANDIDATE_FLAGGED: ").doesNotContain("run teams/");
  }

  private Said onHost(Path file) {
    return bench.command(
        "backtest",
        strategy,
        "--analysis",
        "off",
        "--bars",
        file.toString(),
        "--host",
        bench.address());
  }

  private Said refused(int exit, String code, String... arguments) {
    Said said = bench.command(arguments);
    said.mustEndWith(exit);
    assertThat(said.err()).startsWith(code + ": ");
    assertThat(said.out()).isEmpty();
    return said;
  }
}
