package dev.glovebox.host.app.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Refusal;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Flags are shorthand for fields of the RunSpec; a bad one is named. */
final class FlagValuesTest {
  @ParameterizedTest
  @CsvSource({
    "AAPL=dir/file.csv, AAPL, dir/file.csv",
    "dir/file.csv, file, dir/file.csv",
    "a=b=c.csv, a, b=c.csv",
    "/tmp/x=y.csv, x_y, refused",
    "noextension, noextension, noextension",
    ".hidden, .hidden, .hidden",
  })
  void namesTheInstrumentByTheFlagOrTheFile(String flag, String id, String file) {
    if (file.equals("refused")) {
      refuses(flags(List.of(flag), List.of()), Code.ARGUMENT_INVALID, "--bars");
      return;
    }
    SpecDraft.Instrument instrument =
        flags(List.of(flag), List.of()).draft().instruments().getFirst();
    assertThat(instrument.id()).isEqualTo(id);
    assertThat(instrument.bars()).isEqualTo(new SpecDraft.Source.OfFile(Path.of(file)));
  }

  @ParameterizedTest
  @CsvSource({
    "--cash, -1",
    "--cash, 1e5",
    "--cash, NaN",
    "--currency, usd",
    "--fee-bps, x",
    "--half-spread-bps, -0.1",
    "--impact, sqrt",
    "--impact, maybe",
    "--participation, 0.1",
    "--participation, 2",
    "--tick, 0",
    "--lot, 0.0",
    "--stamp, middle",
    "--interval, 0",
    "--interval, 5w",
    "--block, 0",
    "--block, 4097",
    "--block, many",
    "--profile, fast",
    "--seed, 1.5",
    "--tier-floor, none",
    "--analysis, maybe",
  })
  void namesTheFlagWhoseValueIsBad(String flag, String value) {
    refuses(
        flags(List.of("a.csv"), List.of()).with(flag, value), Code.ARGUMENT_INVALID, flag + " ");
  }

  @ParameterizedTest
  @CsvSource({"300, 300", "5m, 300", "2h, 7200", "1d, 86400", "30s, 30"})
  void readsIntervals(String text, long seconds) {
    assertThat(
            flags(List.of("a.csv"), List.of())
                .with("--interval", text)
                .draft()
                .instruments()
                .getFirst()
                .intervalSeconds())
        .isEqualTo(seconds);
  }

  @Test
  void takesTradesWithTheLengthOfTheirBars() {
    FlagValues ticks =
        FlagValues.of(Path.of("sma.py"), null, List.of(), List.of("BTC=trades.csv"), List.of());
    refuses(ticks, Code.ARGUMENT_INVALID, "--interval is missing");
    SpecDraft.Instrument instrument =
        ticks.with("--interval", "5m").draft().instruments().getFirst();
    assertThat(instrument.id()).isEqualTo("BTC");
    assertThat(instrument.ticks()).isTrue();
    assertThat(instrument.intervalSeconds()).isEqualTo(300);
    refuses(
        FlagValues.of(Path.of("sma.py"), null, List.of("a.csv"), List.of("b.csv"), List.of()),
        Code.INSTRUMENTS_UNSUPPORTED,
        "one instrument, not 2");
  }

  @Test
  void keepsEveryDigitOfMoney() {
    assertThat(
            flags(List.of("a.csv"), List.of())
                .with("--cash", "0.123456789012345678901234567890")
                .draft()
                .cash()
                .get("USD"))
        .isEqualTo("0.123456789012345678901234567890");
  }

  @Test
  void refusesASecondBarFile() {
    refuses(
        flags(List.of("a.csv", "b.csv"), List.of()),
        Code.INSTRUMENTS_UNSUPPORTED,
        "one instrument, not 2");
  }

  @Test
  void refusesWhatIsMissing() {
    refuses(flags(List.of(), List.of()), Code.ARGUMENT_INVALID, "--bars");
    refuses(
        FlagValues.of(null, null, List.of("a.csv"), List.of()), Code.ARGUMENT_INVALID, "STRATEGY");
  }

  @ParameterizedTest
  @CsvSource({"fast", "=5"})
  void refusesAParameterWithoutNameOrValue(String parameter) {
    refuses(flags(List.of("a.csv"), List.of(parameter)), Code.ARGUMENT_INVALID, "--param");
  }

  @Test
  void refusesAParameterTwice() {
    refuses(flags(List.of("a.csv"), List.of("a=1", "a=2")), Code.ARGUMENT_INVALID, "--param");
  }

  private static FlagValues flags(List<String> bars, List<String> parameters) {
    return FlagValues.of(Path.of("sma.py"), null, bars, parameters);
  }

  private static void refuses(FlagValues flags, Code code, String sentence) {
    assertThatThrownBy(flags::draft)
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> {
              assertThat(refusal.code()).isEqualTo(code);
              assertThat(refusal.code().exit()).isEqualTo(2);
              assertThat(refusal.sentence()).contains(sentence);
            });
  }
}
