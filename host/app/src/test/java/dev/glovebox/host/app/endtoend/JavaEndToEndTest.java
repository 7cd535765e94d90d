package dev.glovebox.host.app.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.glovebox.proto.api.v1.Analysis;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;

/** Strategies in Java through the command line, the preparation and the worker of their own. */
@ExtendWith(Bench.Shared.class)
@Timeout(value = 300, unit = TimeUnit.SECONDS)
final class JavaEndToEndTest {
  private static final int TRADES_MIN = 40;

  private final Bench bench;

  JavaEndToEndTest(Bench bench) {
    this.bench = bench;
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource
  void decidesAndFillsAsPythonDoesOnEveryGoldenSeries(GoldenSeries series) {
    Run java = run(cross(bench.javaExampleHash("SmaCross"), series));
    Run python = run(cross(bench.smaCrossHash(), series));
    assertThat(java.report("decision_digest")).isEqualTo(python.report("decision_digest"));
    assertThat(java.fills()).hasSizeGreaterThan(3);
    assertThat(lines(java)).isEqualTo(lines(python));
  }

  /** The crossing of the golden runs; blocks, because lock-step is compared on Apple. */
  private Spec cross(String hash, GoldenSeries series) {
    Spec spec = Spec.of(hash, series, bench.series(series)).fee("5");
    return switch (series) {
      case AAPL -> spec.with("fast", "5").with("slow", "20").with("size", "20");
      case ETH -> spec.with("size", "5").block(16);
      case BTC -> spec.with("size", "2").block(256);
      case SP500 -> spec.with("fast", "50").with("slow", "200").block(256);
    };
  }

  private Run run(Spec spec) {
    Run run = bench.backtest(spec);
    run.said().mustEndWith(0);
    assertThat(run.report("outcome")).isEqualTo("COMPLETED");
    assertThat(run.report("decision_digest")).isEqualTo(run.digestOfFile());
    return run;
  }

  private static List<String> lines(Run run) {
    return run.fills().stream().map(cells -> String.join(",", cells)).toList();
  }

  static final List<Runaway> RUNAWAYS =
      List.of(
          new Runaway("BUDGET_EXCEEDED", "WORKER", "while (true) {}"),
          new Runaway("RECURSION_LIMIT", "WORKER", "onBar(ctx, bar);"),
          new Runaway(
              "MEMORY_LIMIT",
              "HOST",
              "java.util.List<long[]> kept = new java.util.ArrayList<>();"
                  + " while (true) kept.add(new long[1 << 20]);"),
          new Runaway("STRATEGY_ERROR", "WORKER", "throw new IllegalStateException(\"no\");"),
          new Runaway("INTENT_LIMIT", "WORKER", "for (int i = 0; i < 300; i++) ctx.buy(1);"),
          new Runaway(
              "OUTPUT_LIMIT",
              "WORKER",
              "for (int i = 0; i < 1000; i++) ctx.log(\"x\".repeat(4000));"));

  private static final Set<String> LINED =
      Set.of("BUDGET_EXCEEDED", "RECURSION_LIMIT", "STRATEGY_ERROR");

  /**
   * What a strategy does to itself on its second bar.
   *
   * @param code by which its run ends
   */
  record Runaway(String code, String observer, String body) {
    String source() {
      return strategy("if (ctx.barIndex() == 0) return;\n    " + body);
    }

    @Override
    public String toString() {
      return code;
    }
  }

  /** A strategy of one hook, whose body begins in line 4. */
  private static String strategy(String body) {
    return """
    import dev.glovebox.strategy.*;
    public final class S extends Strategy {
      @Override public void onBar(Context ctx, Bar bar) {
        %s
      }
    }
    """
        .formatted(body);
  }

  @ParameterizedTest(name = "{0}")
  @FieldSource("RUNAWAYS")
  void aRunawayEndsItsOwnRunByItsCode(Runaway runaway) {
    Run run = bench.backtest(apple(runaway.source()));
    run.said().mustEndWith(1);
    assertThat(run.report("code")).isEqualTo(runaway.code());
    assertThat(run.report("observed_by")).isEqualTo(runaway.observer());
    assertThat(run.report("outcome")).isEqualTo("FAILED");
    assertThat(run.said().err()).contains(runaway.code() + ": ");
    assertThat(run.report("bars_completed")).isEqualTo("1");
    assertThat(run.report("decision_digest")).isEqualTo(run.digestOfFile());
    if (LINED.contains(runaway.code())) {
      assertThat(run.said().err()).contains("onBar, line 5: ");
    }
  }

  private Spec apple(String source) {
    return Spec.of(
        bench.submitted(source, "S.java"), GoldenSeries.AAPL, bench.series(GoldenSeries.AAPL));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "System.out.println(1);, 'JAVA_FIELD_NOT_LISTED, line 4'",
    "int x = \"no\";, 'JV000, line 4:13'",
    "ctx.log(\"\\u0041\");, 'SOURCE_UNICODE_ESCAPE, line 4'"
  })
  void whatCannotBePreparedIsRefusedWithItsCodeAndPlace(String body, String told) {
    Run run = bench.backtest(apple(strategy(body)));
    run.said().mustEndWith(1);
    assertThat(run.said().err())
        .contains("PREPARATION_REFUSED: the source cannot be prepared: " + told);
    assertThat(
            bench.client().submit(strategy(body).getBytes(UTF_8), "S.java", Analysis.ANALYSIS_OFF))
        .satisfies(candidate -> {
          assertThat(told).startsWith(candidate.getPreparationRefusal().getCode() + ", line 4");
          assertThat(candidate.getPreparationRefusal().getLine()).isEqualTo(4);
          assertThat(candidate.getPreparedSha256()).isEmpty();
        });
  }

  @Test
  @Tag("long")
  void decidesTheSameInEveryProcessAndProfile() {
    Spec spec = apple(BY_EVERYTHING).worker("heap_mebibytes = 300");
    Run first = run(spec);
    assertThat(first.fills()).hasSizeGreaterThan(TRADES_MIN);
    String digest = first.report("decision_digest");
    for (Spec other :
        List.of(spec.worker(""), spec.compiled(), spec.block(256), spec.compiled().block(64))) {
      assertThat(run(other).report("decision_digest")).isEqualTo(digest);
    }
  }

  /** Trades by what an ordinary program can observe that might differ between processes. */
  private static final String BY_EVERYTHING =
      """
      import dev.glovebox.strategy.*;
      import java.math.*;
      import java.time.*;
      import java.util.*;
      import java.util.function.*;
      import java.util.stream.*;

      public final class ByEverything extends Strategy {
        private static final class Thing {}

        private record Pair(Object left, double right) {}

        private enum Colour { RED, GREEN }

        private final List<Supplier<Object>> senses = List.of(
            () -> new Object().hashCode() + " " + new Thing().hashCode() + " " + this.hashCode(),
            () -> new Object().toString() + new Thing() + new Pair(new Thing(), 0.1).hashCode(),
            () -> Colour.GREEN.hashCode() + " " + new EnumMap<Colour, String>(Colour.class).size(),
            () -> new int[3].toString() + new String[0].hashCode(),
            this::orderOfThings,
            this::helpful,
            () -> String.format("%,.3f %s %tc", 1234.5678, 0.1f, ZonedDateTime.of(2024, 2, 3, 4, 5,
                6, 7, ZoneOffset.UTC)),
            () -> "I".toLowerCase() + "i".toUpperCase() + new Random(4).nextGaussian(),
            () -> Math.sin(0.5) + Math.exp(1.5) + Math.pow(1.1, 7.3) + Math.fma(0.1, 0.2, 0.3),
            () -> IntStream.range(0, 100).boxed().collect(Collectors.groupingBy(i -> i % 7)),
            () -> new HashSet<>(List.of("a", "bb", Colour.RED, 2.5, 7L, 'x')),
            () -> new BigDecimal(2).sqrt(MathContext.DECIMAL64),
            this::deep);

        private Object orderOfThings() {
          Map<Object, Integer> things = new HashMap<>();
          for (int i = 0; i < 40; i++) {
            things.put(new Thing(), i);
          }
          return things.values();
        }

        private Object helpful() {
          String text = "";
          try {
            Object[] none = null;
            return none[3];
          } catch (NullPointerException e) {
            text += e.getMessage();
          }
          try {
            return new int[2][1][text.length()];
          } catch (ArrayIndexOutOfBoundsException e) {
            text += e.getMessage();
          }
          try {
            Object o = text;
            return (Integer) o;
          } catch (ClassCastException e) {
            return text + e.getMessage();
          }
        }

        private Object deep() {
          return down(0);
        }

        private int down(int n) {
          return n == 90 ? n : down(n + 1) + 1;
        }

        @Override
        public void onBar(Context ctx, Bar bar) {
          StringBuilder seen = new StringBuilder();
          for (Supplier<Object> sense : senses) {
            try {
              seen.append(sense.get());
            } catch (RuntimeException e) {
              seen.append(e.getMessage());
            }
          }
          seen.append(ctx.random().nextInt());
          if (ctx.position() == 0) {
            int told = seen.toString().hashCode();
            ctx.buy(1 + Math.floorMod(told, 97), new OrderOptions().tag("" + told));
          } else {
            ctx.close();
          }
        }
      }
      """;

  @Test
  @Tag("long")
  void theHonestyChecksPassTheCrossingAndNameItsHooks() {
    Spec spec = cross(bench.javaExampleHash("SmaCross"), GoldenSeries.AAPL).block(1);
    Said said =
        bench
            .command(
                "check",
                "--spec",
                bench.file("check.toml", spec.toml()).toString(),
                "--host",
                bench.address(),
                "--out",
                bench.fresh("out").toString())
            .mustEndWith(0);
    for (String check : List.of("truncation", "perturbation", "determinism", "blocks")) {
      assertThat(said.line(check))
          .hasValueSatisfying(text -> assertThat(text).startsWith("PASSED"));
    }
    assertThat(said.out()).contains("onOrder").doesNotContain("on_order");
  }
}
