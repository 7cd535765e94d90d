package dev.glovebox.host.app.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glovebox.host.app.spec.SpecDraft.Source;
import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Refusal;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A RunSpec file says everything exactly, or is refused with path and line. */
final class SpecFileTest {
  private static final String SHORT =
      """
      version = 1
      [artifact]
      file = "sma.py"
      [[instruments]]
      bars = "aapl.csv"
      """;

  @TempDir Path folder;

  @Test
  void fillsInEveryDefaultOfTheContract() throws Exception {
    SpecDraft draft = read(SHORT);
    assertThat(draft.block()).isEqualTo(1);
    assertThat(draft.profile()).isEqualTo(SpecDraft.PROFILE_BY_BARS);
    assertThat(draft.profileFor(SpecDraft.BULK_BARS_MIN - 1)).isEqualTo("gate");
    assertThat(draft.profileFor(SpecDraft.BULK_BARS_MIN)).isEqualTo("bulk");
    assertThat(draft.seed()).isZero();
    assertThat(draft.tierFloor()).isEqualTo("process");
    assertThat(draft.analysis()).isTrue();
    assertThat(draft.artifact()).isEqualTo(new Source.OfFile(folder.resolve("sma.py")));
    assertThat(draft.fileName()).isEqualTo("sma.py");
    assertThat(draft.parameters()).isEmpty();
    assertThat(draft.cash()).isEqualTo(Map.of("USD", new BigDecimal("100000")));
    assertThat(draft.feeBasisPoints()).isEqualTo("0");
    assertThat(draft.halfSpreadBasisPoints()).isEqualTo("0");
    assertThat(draft.limits()).isEmpty();
    assertThat(draft.worker()).isEqualTo(SpecDraft.WORKER_DEFAULT);
    assertThat(draft.instruments())
        .containsExactly(
            new SpecDraft.Instrument(
                "aapl",
                new Source.OfFile(folder.resolve("aapl.csv")),
                "open",
                0,
                "USD",
                Optional.empty(),
                new BigDecimal("0.00000001"),
                BigDecimal.ONE,
                false));
  }

  @Test
  void saysTheSameAsTheFlagsThatAreItsShorthand() throws Exception {
    SpecDraft fromFile =
        read(
            """
            version = 1
            mode = "BACKTEST"
            block = 16
            seed = -7
            analysis = "off"
            [artifact]
            file = "sma.py"
            [parameters]
            fast = "5"
            [account]
            type = "CASH"
            [account.cash]
            EUR = "5000.50"
            [[instruments]]
            id = "X"
            bars = "aapl.csv"
            stamp = "close"
            currency = "EUR"
            tick = "0.05"
            lot = "1"
            multiplier = "1"
            [fees]
            basis_points = "2.5"
            [costs]
            half_spread_basis_points = "1"
            impact = "off"
            participation = "off"
            """);
    SpecDraft fromFlags =
        FlagValues.of(
                folder.resolve("sma.py"),
                null,
                java.util.List.of("X=" + folder.resolve("aapl.csv")),
                java.util.List.of("fast=5"))
            .with("--block", "16")
            .with("--seed", "-7")
            .with("--analysis", "off")
            .with("--cash", "5000.50")
            .with("--currency", "EUR")
            .with("--stamp", "close")
            .with("--tick", "0.05")
            .with("--lot", "1")
            .with("--fee-bps", "2.5")
            .with("--half-spread-bps", "1")
            .draft();
    assertThat(fromFile).isEqualTo(fromFlags);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "version = 1 | version = 1\\nsed = 0 | line 2: sed is not a known key",
        "[artifact] | [artifact]\\nfiles = 'a' | line 3: artifact.files is not a known key",
        "[[instruments]] | [[instruments]]\\nticks = '1' | line 5: instruments[0].ticks and bars must",
        "bars = | ticks = | instruments[0].interval_seconds is missing; ticks have no interval",
        "[artifact] | [feed]\\nspeed = 'max'\\n[artifact] | line 3: feed.speed goes with mode PAPER",
        "[artifact] | [account]\\nid = 'paper-1'\\n[artifact] | line 3: account.id goes with mode PAPER",
        "version = 1 | version = 1\\nmode = 'PAPER' | account.id is missing",
        "version = 1 | version = 2 | line 1: version must be a whole number from 1 to 1",
        "version = 1 | version = '1' | line 1: version must be a whole number",
        "version = 1 | seed = 1 | version is missing",
        "version = 1 | version = 1\\nblock = 0 | line 2: block must be a whole number from 1 to 4096",
        "version = 1 | version = 1\\nblock = 4097 | line 2: block must be a whole number from 1 to",
        "version = 1 | version = 1\\nprofile = 'fast' | line 2: profile must be gate or bulk",
        "version = 1 | version = 1\\nmode = 'paper' | line 2: mode must be BACKTEST",
        "[artifact] | [fees]\\nbasis_points = 5\\n[artifact] | line 3: fees.basis_points must be text",
        "[artifact] | [fees]\\nbasis_points = '1e3'\\n[artifact] | line 3: fees.basis_points must be a",
        "[artifact] | [worker]\\nheap = 1\\n[artifact] | line 3: worker.heap is not a known key",
        "[artifact] | [worker]\\nheap_mebibytes = 4097\\n[artifact] | line 3: worker.heap_mebibytes must",
        "[artifact] | [fees]\\nbasis_points = '10000'\\n[artifact] | line 3: fees.basis_points must be",
        "[artifact] | [account.cash]\\nUSD = '0'\\n[artifact] | line 3: account.cash.USD must be a plain",
        "[[instruments]] | [[instruments]]\\ncurrency = 'EUR' | line 5: instruments[0].currency must be",
        "[artifact] | [parameters]\\nfast = 5\\n[artifact] | line 3: parameters.fast must be text",
        "[artifact] | [account]\\ntype = 'MARGIN'\\n[artifact] | line 3: account.type must be CASH",
        "[artifact] | [costs]\\nimpact = 'sqrt'\\n[artifact] | line 3: costs.impact must be off in",
        "file = | fil = | artifact.file or sha256 must be given",
        "bars = | bar = | instruments[0].bars or series must be given",
        "version = 1 | version = = 1 | line 1 is not TOML",
      })
  void refusesWithPathAndLine(String from, String to, String sentence) {
    String text = SHORT.replace(from, to.replace("\\n", "\n").replace('\'', '"'));
    assertThat(text).isNotEqualTo(SHORT);
    refuses(text, Code.SPEC_INVALID, sentence);
  }

  @Test
  void takesBlocksUpToTheLimit() throws Exception {
    assertThat(read("block = 4096\n" + SHORT).block()).isEqualTo(4096);
  }

  @Test
  void namesAModeThatIsNotBuilt() {
    refuses("mode = \"LIVE\"\n" + SHORT, Code.MODE_UNSUPPORTED, "LIVE");
  }

  @Test
  void aPaperRunDiffersFromItsBacktestInModeAccountAndSpeedAlone() throws Exception {
    String ticks = SHORT.replace("bars = ", "interval_seconds = 300\nticks = ");
    SpecDraft backtest = read(ticks);
    assertThat(backtest.instruments().getFirst().ticks()).isTrue();
    assertThat(backtest.instruments().getFirst().intervalSeconds()).isEqualTo(300);
    String paper = "mode = \"PAPER\"\n" + ticks + "[account]\nid = \"paper-1\"\n";
    assertThat(read(paper)).isEqualTo(backtest.as(new SpecDraft.Kind.Paper("paper-1", "max")));
    assertThat(read(paper + "[feed]\nspeed = \"2.50\"\n").under("teams/alpha").kind())
        .isEqualTo(new SpecDraft.Kind.Paper("teams/alpha/accounts/paper-1", "2.5"));
    String named = paper.replace("paper-1", "teams/beta/accounts/b");
    assertThat(read(named).under("teams/alpha").kind())
        .isEqualTo(new SpecDraft.Kind.Paper("teams/beta/accounts/b", "max"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"fast", "0", "-1", "1e3"})
  void refusesASpeedThatIsNone(String speed) {
    refuses(
        "mode = \"PAPER\"\n" + SHORT + "[account]\nid = \"a\"\n[feed]\nspeed = \"" + speed + "\"\n",
        Code.SPEC_INVALID,
        "feed.speed must be a plain decimal number");
  }

  @Test
  void refusesASecondInstrument() {
    refuses(
        SHORT + "[[instruments]]\nbars = \"b.csv\"\n",
        Code.INSTRUMENTS_UNSUPPORTED,
        "one instrument, not 2");
  }

  @Test
  void takesTheCommittedLimitsByNameAndOthersByPath() throws Exception {
    assertThat(read(SHORT + "[limits]\nfile = \"research.limits.toml\"\n").limits()).isEmpty();
    assertThat(read(SHORT + "[limits]\nfile = \"own.toml\"\n").limits())
        .contains(new Source.OfFile(folder.resolve("own.toml")));
    Files.writeString(folder.resolve("research.limits.toml"), "");
    assertThat(read(SHORT + "[limits]\nfile = \"research.limits.toml\"\n").limits())
        .contains(new Source.OfFile(folder.resolve("research.limits.toml")));
  }

  @Test
  void refusesATextThatTheTomlLibraryThrowsAt() {
    refuses(
        "mode- = \"PAPER\"\naccount = { id = \"CASH\", #ash = { a\0\0\0= \"1\" } }\n" + SHORT,
        Code.SPEC_INVALID,
        "is not TOML");
  }

  @Test
  void neverShowsAnUnknownKeyRaw() {
    refuses("\"\\u001B[31m\" = 1\n" + SHORT, Code.SPEC_INVALID, "\\u{1b}[31m is not a known key");
  }

  private void refuses(String text, Code code, String sentence) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> {
              assertThat(refusal.code()).isEqualTo(code);
              assertThat(refusal.code().exit()).isEqualTo(2);
              assertThat(refusal.sentence()).contains(sentence);
            });
  }

  private SpecDraft read(String text) throws IOException {
    Path file = folder.resolve("spec.toml");
    Files.writeString(file, text);
    return SpecFile.read(file);
  }
}
