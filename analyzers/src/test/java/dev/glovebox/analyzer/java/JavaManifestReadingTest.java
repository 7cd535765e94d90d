package dev.glovebox.analyzer.java;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glovebox.analyzer.StrategyManifest;
import dev.glovebox.analyzer.StrategyManifest.Order;
import dev.glovebox.analyzer.StrategyManifest.Parameter;
import dev.glovebox.analyzer.rules.RuleSet;
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
final class JavaManifestReadingTest {
  private static final String HEAD =
      """
      import dev.glovebox.strategy.*;
      import dev.glovebox.strategy.indicators.*;
      import java.util.*;
      """;

  private static StrategyManifest manifest(String source) {
    return new JavaAnalyzer(RuleSet.javaCore(), Duration.ofSeconds(30))
        .analyze(source.getBytes(StandardCharsets.US_ASCII))
        .manifest();
  }

  private static StrategyManifest members(String members) {
    return manifest(HEAD + "public final class S extends Strategy {\n" + members + "\n}\n");
  }

  private static StrategyManifest hook(String statements) {
    return members("public void onBar(Context ctx, Bar bar) {\n" + statements + "\n}");
  }

  private static final String WHOLE =
      """
      import static java.lang.Math.floor;
      import dev.glovebox.strategy.*;
      import dev.glovebox.strategy.indicators.SMA;
      import dev.glovebox.strategy.indicators.Crossover;

      public final class Cross extends Base {
        private final SMA fast;
        private final Crossover cross = new Crossover();

        public Cross(
            @Default("10") int fast,
            @Default("0.5") double share,
            @Default(value = "x") String name) {
          this.fast = new SMA(fast);
        }

        @Override
        public void onBar(Context ctx, Bar bar) {
          if (bar.instrument().equals("AAPL") && ctx.position() == 0) {
            ctx.buy(floor(1.5), new OrderOptions().limit(bar.close()).tag("in"));
          } else {
            ctx.close();
          }
        }
      }

      abstract class Base extends Strategy {
        static final int WARM = 30;

        @Override
        public int warmupBars() {
          return WARM;
        }

        @Override
        public void onFill(Context ctx, Fill fill) {}

        public void onOrder(Order order) {}
      }
      """;

  @Test
  void readsAWholeStrategy() {
    assertThat(manifest(WHOLE))
        .isEqualTo(
            new StrategyManifest(
                "Cross",
                List.of(
                    new Parameter("fast", "int", "10"),
                    new Parameter("share", "float", "0.5"),
                    new Parameter("name", "str", "x")),
                List.of(new Order("buy", "limit"), new Order("close", "market")),
                List.of("Crossover", "SMA"),
                List.of("AAPL"),
                "30",
                List.of(
                    "dev.glovebox.strategy.*",
                    "dev.glovebox.strategy.indicators.Crossover",
                    "dev.glovebox.strategy.indicators.SMA",
                    "java.lang.Math.floor"),
                List.of("onBar", "onFill"),
                0));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          @Default(" 7 ") int a     | int      | 7
          @Default("-3") long a     | int      | -3
          @Default("+3") int a      | int      | 3
          @Default("10") double a   | float    | 10.0
          @Default("1e16") double a | float    | 1e+16
          @Default("1.5e-5") double a | float  | 1.5e-05
          @Default("-0") double a   | float    | -0.0
          @Default("Yes") boolean a | bool     | true
          @Default("x") String a    | str      | x
          @Default("1" + 2) int a   | int      | 12
          @Default(WORD) int a      | int      | 5
          @Default("1.5") int a     | other    | 1.5
          @Default("0x10") int a    | other    | 0x10
          @Default("1d") double a   | other    | 1d
          @Default("1") Integer a   | other    | 1
          @Default("1") int... a    | other    | 1
          @Default( OTHER.X ) int a | other    | OTHER.X
          int a                     | required | ~~
          """)
  void showsADefaultAsARunWouldRecordIt(String parameter, String type, String shown) {
    assertThat(members("static final String WORD = \"5\";\nS(" + parameter + ") {}").parameters())
        .containsExactly(new Parameter("a", type, shown));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "public class A extends Strategy {} class B extends A {}",
        "class A extends Strategy {}",
        "public abstract class A extends Strategy {}",
        "public class Outer { public static class A extends Strategy {} }",
        "public class A extends Strategy { Strategy other = new A() {}; }",
        "public class A {}",
        "public class A extends Strategy {} public class B extends Strategy {}",
        "public class A extends B {} public class B extends A {}",
      })
  void namesNoStrategyWhereAWorkerFindsNone(String classes) {
    assertThat(manifest(HEAD + classes).strategy()).isEmpty();
  }

  @Test
  void namesTheOneThatAWorkerTakes() {
    assertThat(
            manifest(
                    HEAD
                        + "public class A extends B {} abstract class B extends Strategy {}\n"
                        + "class C extends Strategy {}")
                .strategy())
        .isEqualTo("A");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          ctx.buy(1);                                          | buy market
          ctx.buy(1, null);                                    | buy market
          ctx.buy(1, new OrderOptions().stop(2));              | buy stop
          ctx.buy(1, new OrderOptions().stop(2).limit(3));     | buy stop_limit
          ctx.sell(1, new OrderOptions().trailPercent(3));     | sell trail
          ctx.targetPercent(1, options());                     | target_percent unknown
          ctx.close("AAPL");                                   | close market
          ctx.bracket(Side.BUY, 1, 2, 3);                      | bracket
          ctx.cancel("o-000001");                              | cancel
          OrderOptions o = new OrderOptions().limit(1); ctx.buy(1, o);         | buy limit
          OrderOptions o = new OrderOptions(); o = o.limit(1); ctx.buy(1, o);  | buy unknown
          OrderOptions o = (new OrderOptions()); ctx.buy(1, o.tag("x"));       | buy market
          Context c = ctx; c.sell(1);                          | sell market
          var c = ctx; c.sell(1);                              | sell market
          java.util.function.DoubleFunction<Object> f = ctx::sell;  | sell unknown
          """)
  void tellsOrdersAndTheirTypes(String statements, String order) {
    assertThat(hook(statements).orders())
        .extracting(one -> (one.call() + " " + one.type()).strip())
        .containsExactly(order);
  }

  @Test
  void pricesAndOwnMethodsAreNoOrders() {
    assertThat(
            hook("""
            double x = bar.close();
            x += ctx.history(3).getFirst().close();
            x += ctx.history(3).stream().mapToDouble(one -> one.close()).sum();
                    x += ctx.history(3).stream().mapToDouble(Bar::close).sum();
                    DoubleSupplier now = bar::close;
            buy(x);
            this.buy(x);
            }
            void buy(double x) {
            """)
                .orders())
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ctx.buy(1, new OrderOptions().instrument(\"X\"));",
        "ctx.positionOf(NAME);",
        "ctx.closes(3, \"X\");",
        "ctx.roundPrice(3, Rounding.UP, \"X\");",
        "ctx.close(\"X\");",
        "boolean b = bar.instrument().equals(\"X\");",
        "boolean b = NAME.equals(bar.instrument());",
        "boolean b = List.of(\"X\").contains(bar.instrument());",
        "boolean b = ALL.contains(bar.instrument());",
        "switch (bar.instrument()) { case \"X\" -> ctx.close(); default -> {} }",
      })
  void findsInstrumentsThatAreNamed(String statement) {
    assertThat(
            hook(statement
                    + "}\nstatic final String NAME = \"X\";\n"
                    + "static final List<String> ALL = List.of(\"X\");\nvoid f() {")
                .instruments())
        .containsExactly("X");
  }

  @Test
  void textsElsewhereAreNoInstruments() {
    assertThat(hook("ctx.log(\"X\"); boolean b = \"X\".equals(\"Y\");").instruments()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          public int warmupBars() { return 2 * 10; }                      | 20
          public int warmupBars() { return   slow  + 1; }                 | slow + 1
          public int warmupBars() { if (slow > 1) { return 3; } return slow; } | 3 or slow
          public int warmupBars(int n) { return 3; }                      | ''
          """)
  void showsTheWarmUpAsItIsWritten(String member, String shown) {
    assertThat(members("int slow;\n" + member).warmUp()).isEqualTo(shown);
  }

  @Test
  void saysNothingOfWhatIsNoJava() {
    assertThat(manifest("class (")).isEqualTo(StrategyManifest.EMPTY);
    assertThat(manifest("")).isEqualTo(StrategyManifest.EMPTY);
  }

  @Test
  void takesAsManyParametersAsTheLimitAndCountsTheRest() {
    assertThat(many(StrategyManifest.PARAMETERS_MAX).omitted()).isZero();
    StrategyManifest more = many(StrategyManifest.PARAMETERS_MAX + 1);
    assertThat(more.omitted()).isEqualTo(1);
    assertThat(more.parameters()).hasSize(StrategyManifest.PARAMETERS_MAX);
  }

  private static StrategyManifest many(int count) {
    return members(
        IntStream.range(0, count)
            .mapToObj(i -> "@Default(\"1\") int a" + i)
            .collect(Collectors.joining(",\n", "S(", ") {}")));
  }

  @Test
  void cutsNamesAndTextsAtTheirLimitsAndSaysSo() {
    String name = "a".repeat(StrategyManifest.NAME_BYTES_MAX);
    String text = "b".repeat(StrategyManifest.TEXT_BYTES_MAX);
    String form = "S(@Default(\"%s\") String %s) {}";
    assertThat(members(form.formatted(text, name)).omitted()).isZero();
    StrategyManifest cut = members(form.formatted(text + "b", name + "a"));
    assertThat(cut.omitted()).isEqualTo(2);
    assertThat(cut.parameters()).containsExactly(new Parameter(name, "str", text));
  }
}
