package dev.glovebox.host.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glovebox.jail.Tier;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Exit codes and first words of what is decided before any host is started. */
@Timeout(60)
final class CommandLineTest {
  private static final int USAGE = 2;
  private static final int UNKNOWN = 3;

  @TempDir Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void files() throws IOException {
    Files.writeString(folder.resolve("a.py"), "x = 1\n");
    Files.writeString(folder.resolve("a.csv"), "time,open,high,low,close,volume\n");
    Files.write(folder.resolve("binary.py"), new byte[] {'x', 0, 'y'});
    Files.write(folder.resolve("latin.py"), new byte[] {'x', (byte) 0xe9});
    Files.write(folder.resolve("large.py"), new byte[256 * 1024 + 1]);
    Files.writeString(
        folder.resolve("spec.toml"),
        "version = 1\n[artifact]\nfile = \"a.py\"\n[[instruments]]\nbars = \"a.csv\"\n");
  }

  @Test
  void helpsOnStdout() {
    runs(0, "", "--help");
    assertThat(out.toString())
        .contains(
            "backtest",
            "demo",
            "serve",
            "verify",
            "doctor",
            "init",
            "new",
            "analyze",
            "explain",
            "rules",
            "test",
            "clean");
    runs(0, "", "backtest", "--help");
    assertThat(out.toString())
        .contains(
            "--bars",
            "--param",
            "--cash",
            "--currency",
            "--fee-bps",
            "--half-spread-bps",
            "--impact",
            "--participation",
            "--tick",
            "--lot",
            "--limits",
            "--block",
            "--profile",
            "--analysis",
            "--stamp",
            "--interval",
            "--seed",
            "--tier-floor",
            "--spec",
            "--out",
            "--data",
            "--host",
            "--identity",
            "--format");
  }

  @Test
  void answersWrongUsageWithTwo() {
    runs(USAGE, "ARGUMENT_INVALID: Missing required subcommand");
    runs(USAGE, "ARGUMENT_INVALID", "frobnicate");
    runs(USAGE, "ARGUMENT_INVALID: there is no command frobnicate", "frobnicate", "--help");
    runs(
        USAGE,
        "ARGUMENT_INVALID: --lot must be a plain decimal number above zero",
        backtest("--lot", "abc"));
    runs(
        USAGE,
        "ARGUMENT_INVALID: --cash must be a plain decimal number above zero",
        backtest("--cash", "0"));
    runs(USAGE, "ARGUMENT_INVALID: --fee-bps must be below 10000", backtest("--fee-bps", "10000"));
    runs(USAGE, "ARGUMENT_INVALID: Unknown option: '--frob'", "backtest", "--frob");
    runs(USAGE, "ARGUMENT_INVALID: STRATEGY", "backtest");
    runs(USAGE, "ARGUMENT_INVALID: --bars", "backtest", at("a.py"));
    runs(USAGE, "ARGUMENT_INVALID", "verify");
    runs(USAGE, "ARGUMENT_INVALID", "serve");
    runs(USAGE, "ARGUMENT_INVALID: --block", backtest("--block", "0"));
    runs(USAGE, "ARGUMENT_INVALID: --identity", backtest("--identity", "x"));
    runs(USAGE, "ARGUMENT_INVALID: --host", backtest("--host", "nowhere"));
    runs(USAGE, "ARGUMENT_INVALID: --host", backtest("--host", "localhost:1"));
    runs(USAGE, "ARGUMENT_INVALID: --data", backtest("--host", "unix:/x", "--data", "d"));
    runs(USAGE, "INSTRUMENTS_UNSUPPORTED", backtest("--bars", at("a.csv")));
  }

  @Test
  void letsNoRunSpecFlagStandBesideASpec() {
    for (String[] flag :
        new String[][] {
          {"--seed", "1"},
          {"--cash", "1"},
          {"--param", "a=1"},
          {"--bars", "a.csv"},
          {"--limits", "l.toml"},
          {"--analysis", "off"},
          {"a.py"}
        }) {
      String[] arguments = new String[3 + flag.length];
      arguments[0] = "backtest";
      arguments[1] = "--spec";
      arguments[2] = at("spec.toml");
      System.arraycopy(flag, 0, arguments, 3, flag.length);
      runs(USAGE, "ARGUMENT_INVALID: --spec", arguments);
    }
  }

  @Test
  void answersWhatCannotBeReadWithThree() {
    runs(UNKNOWN, "FILE_UNREADABLE", "backtest", at("none.py"), "--bars", at("a.csv"));
    runs(UNKNOWN, "FILE_UNREADABLE", "backtest", folder.toString(), "--bars", at("a.csv"));
    runs(UNKNOWN, "FILE_UNREADABLE", "backtest", at("a.py"), "--bars", at("none.csv"));
    runs(UNKNOWN, "FILE_UNREADABLE", "backtest", at("binary.py"), "--bars", at("a.csv"));
    runs(UNKNOWN, "FILE_UNREADABLE", "backtest", at("latin.py"), "--bars", at("a.csv"));
    runs(UNKNOWN, "SOURCE_TOO_LARGE", "backtest", at("large.py"), "--bars", at("a.csv"));
    runs(UNKNOWN, "FILE_UNREADABLE", "backtest", "--spec", at("none.toml"));
    runs(UNKNOWN, "FILE_UNREADABLE", backtest("--limits", at("none.toml")));
    runs(UNKNOWN, "FILE_UNREADABLE", "serve", "--config", at("none.toml"));
    runs(UNKNOWN, "FILE_UNREADABLE", "verify", folder.toString(), "--trust", at("none.json"));
    runs(UNKNOWN, "HOST_UNREACHABLE", backtest("--host", "unix:" + at("none.sock")));
  }

  @Test
  void saysThatThereIsNoLog() {
    runs(1, "", "verify", at("none"));
    assertThat(out.toString()).startsWith("AUDIT_LOG_MISSING ");
  }

  @Test
  void neverShowsAFileNameRaw() {
    runs(UNKNOWN, "FILE_UNREADABLE", "backtest", at("\u001b[31m.py"), "--bars", at("a.csv"));
    assertThat(err.toString()).contains("\\u{1b}[31m").doesNotContain("\u001b");
  }

  @Test
  void doctorNamesWhatIsMissing() {
    Surroundings empty =
        new Surroundings(
            folder,
            folder,
            folder,
            "somebody",
            folder,
            System.getProperty("os.name"),
            "amd64",
            List.of(),
            Tier.OCI);
    assertThat(Main.run(empty, new PrintWriter(out), new PrintWriter(err), "doctor")).isEqualTo(1);
    assertThat(out.toString())
        .contains("image worker     MISSING")
        .contains("limits           MISSING")
        .contains("tier process     available")
        .contains("tier bwrap       MISSING bubblewrap: no program bwrap in the PATH")
        .contains("install the package bubblewrap")
        .contains("tier oci         MISSING");
  }

  private String at(String name) {
    return folder.resolve(name).toString();
  }

  private String[] backtest(String... more) {
    String[] arguments = new String[4 + more.length];
    arguments[0] = "backtest";
    arguments[1] = at("a.py");
    arguments[2] = "--bars";
    arguments[3] = at("a.csv");
    System.arraycopy(more, 0, arguments, 4, more.length);
    return arguments;
  }

  private void runs(int exit, String firstWords, String... arguments) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    int code =
        Main.run(
            Surroundings.ofThisProcess(), new PrintWriter(out), new PrintWriter(err), arguments);
    assertThat(code).as("exit of %s: %s", String.join(" ", arguments), err).isEqualTo(exit);
    assertThat(err.toString()).startsWith(firstWords);
    assertThat(err.toString() + out).doesNotContain("Exception").doesNotContain("\tat ");
  }
}
