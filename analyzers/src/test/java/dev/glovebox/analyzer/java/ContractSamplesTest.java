package dev.glovebox.analyzer.java;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glovebox.analyzer.Finding;
import dev.glovebox.analyzer.rules.RuleSet;
import dev.glovebox.analyzer.rules.Severity;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Samples of the contract, written before there were rules for it: each hostile one is found by its
 * family, each honest one has nothing above a note. Then what the rules say.
 */
@Timeout(60)
final class ContractSamplesTest {
  private static final int SAMPLES = 12;

  private static final JavaAnalyzer ANALYZER =
      new JavaAnalyzer(RuleSet.javaCore(), Duration.ofSeconds(30));

  private static Stream<Path> samples(String kind) throws IOException, URISyntaxException {
    Path folder =
        Path.of(
            Objects.requireNonNull(
                    ContractSamplesTest.class.getResource(
                        "/dev/glovebox/analyzer/signals/java/" + kind))
                .toURI());
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> found =
          files.filter(file -> file.getFileName().toString().startsWith("contract_")).toList();
      assertThat(found).hasSizeGreaterThanOrEqualTo(SAMPLES);
      return found.stream().sorted();
    }
  }

  static Stream<Path> hostile() throws IOException, URISyntaxException {
    return samples("hostile");
  }

  static Stream<Path> honest() throws IOException, URISyntaxException {
    return samples("honest");
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void findsAHostileSampleByItsFamily(Path sample) throws IOException {
    assertThat(ANALYZER.analyze(Files.readAllBytes(sample)).findings())
        .filteredOn(finding -> finding.rule().matches("JV9\\d\\d"))
        .isNotEmpty()
        .noneMatch(finding -> finding.severity() == Severity.ERROR);
  }

  @ParameterizedTest
  @MethodSource("honest")
  void findsNothingAboveANoteInAnHonestSample(Path sample) throws IOException {
    assertThat(ANALYZER.analyze(Files.readAllBytes(sample)).findings())
        .allMatch(finding -> finding.severity() == Severity.NOTE);
  }

  private static List<Finding> findings(String members) {
    String source =
        "import dev.glovebox.strategy.*;\nimport dev.glovebox.strategy.bars.*;\n"
            + "import java.util.*;\npublic final class S extends Strategy {\n"
            + members
            + "\n}\n";
    return ANALYZER.analyze(source.getBytes(StandardCharsets.US_ASCII)).findings();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          public void onbar(Context ctx, Bar bar) { ctx.buy(1); } | JV901 | Rename onbar: public void onBar(Context ctx, Bar bar).
          public void onData(Context ctx, Bar bar) { ctx.buy(1); } | JV901 | Rename onData: public void onBar(Context ctx, Bar bar).
          public void onBar(Bar bar) { bar.close(); } | JV904 | Did you mean onBar(Context ctx, Bar bar)?
          public void onBar(Bar bar, Context ctx) { ctx.buy(1); } | JV904 | Did you mean onBar(Context ctx, Bar bar)?
          public int warmupBars(int n) { return n; } | JV904 | Did you mean int warmupBars()?
          public int warmUpBars() { return 3; } | JV909 | Did you mean int warmupBars()?
          public void onEnd(Context ctx) { ctx.close(); } | JV909 | Did you mean onStop(Context ctx)?
          S(Context ctx) {} | JV908 | ctx comes with the hooks: onBar(Context ctx, Bar bar).
          S(@Default("1") Integer n) {} | JV908 | Take int, long, double, boolean or String.
          S(@Default("1f") double n) {} | JV908 | Write a text that reads as one: @Default("0.5") double.
          S(@Default("maybe") boolean n) {} | JV908 | Write a text that reads as one: @Default("true") boolean.
          S() {} S(@Default("1") int n) {} | JV908 | Keep one: its parameters are the strategy's.
          void f(Context ctx) { ctx.posotion(); } | JV905 | Did you mean ctx.position?
          void f(Bar bar) { bar.getHigh(); } | JV905 | Did you mean bar.high?
          void f(Bar bar) { double x = bar.close; } | JV905 | Write bar.close().
          void f(Fill fill) { fill.commission(); } | JV905 | Write fill.fee().
          Side side = Side.LONG; | JV905 | Write Side.BUY.
          TimeInForce t = TimeInForce.GTX; | JV905 | Did you mean TimeInForce.GTC?
          void f() { buy(1); } | JV905 | Did you mean ctx.buy? Hooks get ctx: onBar(Context ctx, Bar bar).
          void f(Context ctx) { ctx.history(); } | JV906 | Write ctx.history(int).
          void f(OrderOptions o) { o.tag("x"); } | JV906 | Options do not change: write options = options.tag(...).
          OrderOptions o = new OrderOptions().limit(1).trail(2); | JV906 | Keep one of them: an order has one way to its price.
          Context kept; void f(Context ctx) { this.kept = ctx; } | JV912 | Use the ctx that each hook is given; hand it on to your methods.
          void f(Context ctx, OrderOptions o) { ctx.modify("a", o); } | JV910 | Trade at the market; keep the level in a field and call ctx.close() when a bar is beyond it.
          double f(Order o) { return o.limit().getAsDouble(); } | JV911 | Ask isPresent() first, or use ifPresent or orElse.
          void f(Context c) { Optional<String> id = c.buy(1); c.log(id.get()); } | JV911 | Ask isPresent() first, or use ifPresent or orElse.
          """)
  void saysWhatToWriteInstead(String members, String rule, String instead) {
    assertThat(findings(members))
        .anySatisfy(finding -> {
          assertThat(finding.rule()).isEqualTo(rule);
          assertThat(finding.instead()).isEqualTo(instead);
        });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          double f(Order o) { return o.limit().isPresent() ? o.limit().getAsDouble() : 0; } | JV911
          void f(Context c) { Optional<String> id = c.buy(1); if (id.isPresent()) { c.log(id.get()); } } | JV911
          void f(List<Double> all) { double x = all.stream().max(Double::compare).get(); } | JV911
          void onBar(Bar bar) { bar.close(); } void f(Bar bar) { onBar(bar); } | JV904
          void onEnd(Context ctx) { ctx.close(); } void f(Context ctx) { onEnd(ctx); } | JV909
          S(@Default("" + 3) int n) {} | JV908
          S(@Default(WORD) int n) {} static final String WORD = "7"; | JV908
          void f(Context ctx, OrderOptions o) { ctx.buy(1, o); } | JV910
          OrderOptions f(OrderOptions o) { return o.limit(1).stop(2); } | JV906
          """)
  void hasNothingAgainst(String members, String rule) {
    assertThat(findings(members)).noneMatch(finding -> finding.rule().equals(rule));
  }
}
