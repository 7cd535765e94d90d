package dev.glovebox.analyzer.python;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glovebox.analyzer.StrategyManifest;
import dev.glovebox.analyzer.StrategyManifest.Order;
import dev.glovebox.analyzer.StrategyManifest.Parameter;
import dev.glovebox.analyzer.rules.RuleSet;
import dev.glovebox.prepare.python.PythonParser;
import dev.glovebox.session.ManifestChecks;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
final class ManifestReadingTest {
  private static final String HEAD = "from glovebox import Strategy\n";

  private static StrategyManifest manifest(String source) {
    return new PythonAnalyzer(
            new PythonParser(System::nanoTime, Duration.ofSeconds(30)), RuleSet.pythonCore())
        .analyze(source.getBytes(StandardCharsets.UTF_8))
        .manifest();
  }

  private static List<Order> orders(String body) {
    return manifest(HEAD + "class S(Strategy):\n    def on_bar(self, ctx, bar):\n" + body).orders();
  }

  private static StrategyManifest parameters(String arguments) {
    return manifest(
        "import decimal\nfrom decimal import Decimal as D\n"
            + HEAD
            + "N = 7\nM = 1\nM += 1\nclass S(Strategy):\n    def __init__("
            + arguments
            + "):\n        pass\n    def on_bar(self, ctx, bar):\n        pass\n");
  }

  @Test
  void readsAWholeStrategy() {
    assertThat(
            manifest(
                """
                import math
                from glovebox import Strategy, indicators as ta
                from glovebox.indicators import SMA as Average, Crossover

                WARM = 30

                class Base(Strategy):
                    warmup_bars = WARM

                    def on_fill(self, ctx, fill):
                        pass

                class Cross(Base):
                    def __init__(self, fast=10, slow=30, *, share=0.5, name="x"):
                        self.fast, self.slow = Average(fast), Average(slow)
                        self.rsi = ta.RSI(14)

                    def on_bar(self, ctx, bar):
                        if bar.instrument == "AAPL" and ctx.position == 0:
                            ctx.buy(math.floor(1.5), limit=bar.close)
                        else:
                            ctx.close()
                """))
        .isEqualTo(
            new StrategyManifest(
                "Cross",
                List.of(
                    new Parameter("fast", "int", "10"),
                    new Parameter("slow", "int", "30"),
                    new Parameter("share", "float", "0.5"),
                    new Parameter("name", "str", "x")),
                List.of(new Order("buy", "limit"), new Order("close", "market")),
                List.of("RSI", "SMA"),
                List.of("AAPL"),
                "30",
                List.of("glovebox", "glovebox.indicators", "math"),
                List.of("on_bar", "on_fill"),
                0));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a=True           | bool     | true
          a=-3             | int      | -3
          a=0x10           | int      | 16
          a=1_000          | int      | 1000
          a=-0             | int      | 0
          a=10.0           | float    | 10.0
          a=.5             | float    | 0.5
          a=1e16           | float    | 1e+16
          a=123456789012345680.0 | float | 1.2345678901234568e+17
          a=9e15           | float    | 9000000000000000.0
          a=0.0001         | float    | 0.0001
          a=1.5e-5         | float    | 1.5e-05
          a=1e400          | float    | inf
          a=-0.0           | float    | -0.0
          a=D(\"0.60\")    | Decimal  | 0.60
          a=-decimal.Decimal(3) | Decimal | -3
          a=None           | None     | None
          a=N              | int      | 7
          a=-N             | int      | -7
          a=N  +   1       | other    | N + 1
          a=M              | other    | M
          a                | required | ''
          *, a             | required | ''
          """)
  void showsADefaultAsARunWouldRecordIt(String argument, String type, String shown) {
    assertThat(parameters("self, " + argument).parameters())
        .containsExactly(new Parameter("a", type, shown));
  }

  @Test
  void defaultsBelongToTheirKeywords() {
    assertThat(parameters("self, a, /, b, c=1, *rest, d, e=2, f, g=3").parameters())
        .containsExactly(
            new Parameter("a", "required", ""),
            new Parameter("b", "required", ""),
            new Parameter("c", "int", "1"),
            new Parameter("d", "required", ""),
            new Parameter("e", "int", "2"),
            new Parameter("f", "required", ""),
            new Parameter("g", "int", "3"));
  }

  @Test
  void keywordsLeadToTheParametersOfTheClassAbove() {
    String above = "class A(Strategy):\n    def __init__(self, a=1, b=2):\n        pass\n";
    String below = "class B(A):\n    def __init__(self, b=3%s):\n        pass\n";
    assertThat(manifest(HEAD + above + below.formatted(", **more")).parameters())
        .extracting(Parameter::name, Parameter::defaultText)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("b", "3"),
            org.assertj.core.groups.Tuple.tuple("a", "1"));
    assertThat(manifest(HEAD + above + below.formatted("")).parameters())
        .extracting(Parameter::name)
        .containsExactly("b");
  }

  @Test
  void fieldsOfADataclassAreParameters() {
    assertThat(
            manifest(
                    """
                    from dataclasses import dataclass, field
                    from typing import ClassVar
                    from glovebox import Strategy
                    @dataclass
                    class S(Strategy):
                        fast: int = 5
                        slow: int = field(default=9)
                        kind: ClassVar[int] = 3
                        plain = 4
                    """)
                .parameters())
        .containsExactly(new Parameter("fast", "int", "5"), new Parameter("slow", "int", "9"));
  }

  @Test
  void severalLeavesAreNoStrategy() {
    String two = HEAD + "class A(Strategy):\n    pass\nclass B(Strategy):\n    pass\n";
    assertThat(manifest(two).strategy()).isEmpty();
    assertThat(manifest(two + "class C(A, B):\n    pass\n").strategy()).isEqualTo("C");
  }

  @Test
  void tellsTheTypesOfOrdersByTheirKeywords() {
    assertThat(
            orders(
                """
                        ctx.buy(1, stop=None)
                        ctx.buy(1, stop=2)
                        ctx.buy(1, stop=2, limit=3)
                        ctx.sell(1, trail_percent=2)
                        ctx.target_percent(1, **self.more)
                        ctx.bracket(1, target=2)
                        ctx.cancel("o-000001")
                """))
        .containsExactly(
            new Order("bracket", ""),
            new Order("buy", "market"),
            new Order("buy", "stop"),
            new Order("buy", "stop_limit"),
            new Order("cancel", ""),
            new Order("sell", "trail"),
            new Order("target_percent", "unknown"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "order = ctx.sell",
        "self.helper(ctx.sell)",
        "c = ctx; f = c.sell",
        "getattr(ctx, 'sell')(1)",
        "[f(1) for f in (ctx.sell,)]",
        "match ctx:\n            case Context(sell=f):\n                f(1)",
      })
  void anOrderThatIsHandedOnIsOfUnknownType(String statement) {
    assertThat(orders("        " + statement + "\n")).containsExactly(new Order("sell", "unknown"));
  }

  @Test
  void pricesAndOwnAttributesAreNoOrders() {
    assertThat(
            orders(
                """
                        self.target = bar.close
                        self.buy = self.target + self.sell
                        x = ctx.closes(3)
                """))
        .isEmpty();
    assertThat(orders("        f = ctx.close\n")).containsExactly(new Order("close", "unknown"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ctx.buy(1, instrument="X")
          ctx.position_of("X")
          ctx.closes(3, "X")
          ctx.round_price(3, "up", "X")
          bar.instrument in ("X", NAME)
          bar.instrument == NAME
          match_it(1 if "X" == fill.instrument else 2)
          bars["X"]
          """)
  void findsInstrumentsThatAreNamed(String expression) {
    String source =
        HEAD
            + "NAME = 'X'\nclass S(Strategy):\n    def on_bars(self, ctx, bars):\n        "
            + expression
            + "\n";
    assertThat(manifest(source).instruments()).containsExactly("X");
    assertThat(manifest(source.replace("'X'", "'Y'").replace("\"X\"", "1")).instruments())
        .doesNotContain("X");
  }

  @Test
  void findsInstrumentsInPatterns() {
    assertThat(
            manifest(
                    """
                    def of(bar):
                        match bar.instrument:
                            case "A" | "B":
                                return 1
                        match bar.other:
                            case "C":
                                return 1
                    """)
                .instruments())
        .containsExactly("A", "B");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          warmup_bars = 20                                   | 20
          warmup_bars: int = 2 * 10                          | 2 * 10
          def warmup_bars(self): return self.slow + 1        | self.slow + 1
          def __init__(self): self.warmup_bars = 5           | 5
          def __init__(self): self.a, self.warmup_bars = 1,2 | self.a, self.warmup_bars
          warm_up = 5                                        | ''
          """)
  void showsTheWarmUpAsItIsWritten(String member, String shown) {
    assertThat(manifest(HEAD + "class S(Strategy):\n    " + member + "\n").warmUp())
        .isEqualTo(shown);
  }

  @Test
  void saysNothingOfWhatIsNoPython() {
    assertThat(manifest("class (:\n")).isEqualTo(StrategyManifest.EMPTY);
    assertThat(manifest("")).isEqualTo(StrategyManifest.EMPTY);
  }

  @Test
  void takesAsManyParametersAsTheLimitAndCountsTheRest() {
    assertThat(many(StrategyManifest.PARAMETERS_MAX).omitted()).isZero();
    StrategyManifest one = many(StrategyManifest.PARAMETERS_MAX + 1);
    assertThat(one.omitted()).isEqualTo(1);
    assertThat(one.parameters()).hasSize(StrategyManifest.PARAMETERS_MAX);
    assertThat(many(10_000).omitted()).isEqualTo(10_000 - StrategyManifest.PARAMETERS_MAX);
  }

  @Test
  void limitsAreThoseThatTheHostTakes() {
    assertThat(StrategyManifest.PARAMETERS_MAX).isEqualTo(ManifestChecks.PARAMETERS_MAX);
    assertThat(StrategyManifest.NAMES_MAX).isEqualTo(ManifestChecks.NAMES_MAX);
    assertThat(StrategyManifest.NAME_BYTES_MAX).isEqualTo(ManifestChecks.NAME_BYTES_MAX);
    assertThat(StrategyManifest.TEXT_BYTES_MAX).isEqualTo(ManifestChecks.TEXT_BYTES_MAX);
  }

  private static StrategyManifest many(int count) {
    return parameters(
        IntStream.range(0, count)
            .mapToObj(i -> "a" + i + "=1")
            .collect(Collectors.joining(", ", "self, ", "")));
  }

  @Test
  void cutsNamesAndTextsAtTheirLimitsAndSaysSo() {
    int name = StrategyManifest.NAME_BYTES_MAX;
    int text = StrategyManifest.TEXT_BYTES_MAX;
    assertThat(parameters("self, " + "a".repeat(name) + "='" + "b".repeat(text) + "'").omitted())
        .isZero();
    StrategyManifest cut =
        parameters("self, " + "a".repeat(name + 1) + "='" + "b".repeat(text + 1) + "'");
    assertThat(cut.omitted()).isEqualTo(2);
    assertThat(cut.parameters())
        .containsExactly(new Parameter("a".repeat(name), "str", "b".repeat(text)));
    StrategyManifest wide = parameters("self, a='" + "\u20ac".repeat(text) + "'");
    assertThat(wide.parameters().getFirst().defaultText())
        .as("whole characters, counted in bytes")
        .isEqualTo("\u20ac".repeat(text / 3));
    assertThat(
            parameters("self, " + "a".repeat(200) + "1=1, " + "a".repeat(200) + "2=2").parameters())
        .as("names that are one when cut")
        .hasSize(1);
  }

  @Test
  void takesAsManyNamesAsTheLimitAndCountsTheRest() {
    assertThat(imports(StrategyManifest.NAMES_MAX).omitted()).isZero();
    StrategyManifest more = imports(StrategyManifest.NAMES_MAX + 5);
    assertThat(more.omitted()).isEqualTo(5);
    assertThat(more.imports()).hasSize(StrategyManifest.NAMES_MAX).isSorted();
  }

  private static StrategyManifest imports(int count) {
    return manifest(
        IntStream.range(0, count)
            .mapToObj(i -> "import m" + i + "\n")
            .collect(Collectors.joining()));
  }

  @Test
  void keepsWhatHidesForTheEncoderToShowAndNoLoneSurrogate() {
    StrategyManifest sly = parameters("self, a='\u202e1', b='\\ud800'");
    assertThat(sly.parameters())
        .extracting(Parameter::defaultText)
        .containsExactly("\u202e1", "\ufffd");
  }

  @Test
  void namesThatStandForEachOtherEnd() {
    String circle = "from decimal import Decimal\nX = Decimal(Y)\nY = Decimal(-X)\nA = B\nB = A\n";
    assertThat(
            manifest(
                    circle
                        + HEAD
                        + "class S(Strategy):\n    def __init__(self, x=X, a=A, m=-Y):\n        pass\n")
                .parameters())
        .extracting(Parameter::type)
        .containsOnly("other");
  }

  @Test
  void classesThatAreMadeOfEachOtherEnd() {
    assertThat(manifest(HEAD + "class A(B):\n    pass\nclass B(A):\n    pass\n").strategy())
        .isEmpty();
    assertThat(manifest(HEAD + "class A(B, Strategy):\n    pass\nclass B(A):\n    pass\n").hooks())
        .isEmpty();
  }

  @Test
  void aLongListThatIsAskedForOftenIsCut() {
    String names =
        IntStream.range(0, 8_000).mapToObj(i -> "'i" + i + "'").collect(Collectors.joining(","));
    String asked = "x.instrument in L\n".repeat(6_000);
    StrategyManifest manifest = manifest("L = (" + names + ")\n" + asked);
    assertThat(manifest.instruments()).hasSize(StrategyManifest.NAMES_MAX);
    assertThat(manifest.omitted()).isEqualTo(8_000 - StrategyManifest.NAMES_MAX);
  }

  @Test
  void saysTheSameEachTime() {
    String source = "import b, a\n" + HEAD + "class S(Strategy):\n    on_bar = on_fill = 1\n";
    assertThat(manifest(source)).isEqualTo(manifest(source));
    assertThat(manifest(source).imports()).containsExactly("a", "b", "glovebox");
    assertThat(manifest(source).hooks()).containsExactly("on_bar", "on_fill");
  }
}
