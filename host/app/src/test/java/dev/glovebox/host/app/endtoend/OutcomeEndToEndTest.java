package dev.glovebox.host.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glovebox.host.model.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * What a strategy can do to itself ends its own run, by the code that contracts.md names, and
 * nothing else. Analysis is off: it is not the control here.
 */
@ExtendWith(Bench.Shared.class)
@Timeout(value = 180, unit = TimeUnit.SECONDS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class OutcomeEndToEndTest {
  static final List<Runaway> RUNAWAYS =
      List.of(
          worker("raises", "STRATEGY_ERROR", "raise ValueError('no')"),
          worker("loops in one line", "BUDGET_EXCEEDED", "while True: pass"),
          worker("recurses", "RECURSION_LIMIT", "self.on_bar(ctx, bar)"),
          worker(
              "floods the log", "OUTPUT_LIMIT", "for _ in range(1000):", "    ctx.log('x' * 4000)"),
          worker("orders 300 times", "INTENT_LIMIT", "for _ in range(300):", "    ctx.buy(1)"),
          // With the usual wall: on a busy machine two seconds may be over before the memory is.
          new Runaway(
              "allocates without end",
              Set.of("MEMORY_LIMIT"),
              "HOST",
              "",
              List.of("kept = []", "while True:", "    kept.append(bytearray(10_000_000))")),
          host("sums without end", Set.of("WALL_DEADLINE"), "sum(range(10**13))"));

  /** Other ways to the same codes; the worker's own tests take them every day. */
  static final List<Runaway> OTHERS =
      List.of(
          worker("loops over two lines", "BUDGET_EXCEEDED", "while True:", "    pass"),
          worker(
              "loops in a comprehension", "BUDGET_EXCEEDED", "[0 for _ in range(10**12) if False]"),
          worker("returns a dict", "STRATEGY_ERROR", "return {'side': 'BUY'}"),
          worker("sleeps", "STRATEGY_ERROR", "import time", "time.sleep(1000)"),
          host(
              "computes a number beyond all memory",
              Set.of("STRATEGY_ERROR", "MEMORY_LIMIT", "WALL_DEADLINE"),
              "10**10**9"));

  private final Bench bench;

  OutcomeEndToEndTest(Bench bench) {
    this.bench = bench;
  }

  record Runaway(
      String name, Set<String> codes, String observer, String limits, List<String> lines) {
    /** Runs on the second bar, so that one bar is completed before. */
    String source() {
      List<String> all = new ArrayList<>();
      all.add("from glovebox import Strategy");
      all.add("class Runaway(Strategy):");
      all.add("    bars = 0");
      all.add("    def on_bar(self, ctx, bar):");
      all.add("        self.bars += 1");
      all.add("        if self.bars == 1:");
      all.add("            return");
      lines.forEach(line -> all.add("        " + line));
      return String.join("\n", all) + "\n";
    }

    @Override
    public String toString() {
      return name + ": " + String.join(" or ", codes);
    }
  }

  private static Runaway worker(String name, String code, String... lines) {
    return new Runaway(name, Set.of(code), "WORKER", "", List.of(lines));
  }

  private static Runaway host(String name, Set<String> codes, String... lines) {
    return new Runaway(name, codes, "HOST", "wall_per_hook_seconds = 2", List.of(lines));
  }

  @ParameterizedTest(name = "{0}")
  @FieldSource("RUNAWAYS")
  @Order(1)
  void endsItsOwnRunByItsCode(Runaway runaway) {
    mustEndByItsCode(bench.backtest(apple(runaway.source()).worker(runaway.limits())), runaway);
  }

  @ParameterizedTest(name = "{0}")
  @FieldSource("OTHERS")
  @Order(1)
  @Tag("long")
  void endsItsOwnRunByItsCodeWhicheverWayItTakes(Runaway runaway) {
    mustEndByItsCode(bench.backtest(apple(runaway.source()).worker(runaway.limits())), runaway);
  }

  private static void mustEndByItsCode(Run run, Runaway runaway) {
    run.said().mustEndWith(1);
    String code = run.report("code");
    assertThat(runaway.codes()).contains(code);
    assertThat(run.said().err()).contains(code + ": ");
    assertThat(run.report("outcome")).isEqualTo("FAILED");
    // An exception is the worker's claim, whatever raised it; the other two only the host can see.
    assertThat(run.report("observed_by"))
        .isEqualTo(code.equals("STRATEGY_ERROR") ? "WORKER" : runaway.observer());
    assertThat(run.report("bars_completed")).isEqualTo("1");
    assertThat(run.decisions()).hasSize(1);
    assertThat(run.report("decision_digest")).isEqualTo(run.digestOfFile());
    assertThat(run.fills()).isEmpty();
  }

  @Test
  @Order(2)
  void spendsTheBudgetAtTheSamePointWithAGuestCompiler() {
    Runaway loop =
        worker(
            "counts without end",
            "BUDGET_EXCEEDED",
            "n = 0",
            "while True:",
            "    n += 1",
            "    if n % 50 == 0:",
            "        ctx.log(str(n))");
    Spec spec = apple(loop.source());
    Run interpreted = bench.backtest(spec);
    Run compiled = bench.backtest(spec.compiled());
    mustEndByItsCode(interpreted, loop);
    mustEndByItsCode(compiled, loop);
    assertThat(counts(interpreted)).isNotEmpty().isEqualTo(counts(compiled));
  }

  private static List<String> counts(Run run) {
    return run.said().err().lines().filter(line -> line.startsWith("strategy: ")).toList();
  }

  @Test
  @Order(2)
  void deniesNonsenseIntentsAndGoesOn() {
    Run run =
        bench.backtest(
            apple(
                """
                from glovebox import Strategy
                NONSENSE = [float("nan"), float("inf"), True, None, "many", object(), -5, 0, {}]
                class Nonsense(Strategy):
                    asked = False
                    def on_bar(self, ctx, bar):
                        if not self.asked:
                            self.asked = True
                            for quantity in NONSENSE:
                                ctx.buy(quantity)
                """));
    run.said().mustEndWith(0);
    assertThat(run.report("outcome")).isEqualTo("COMPLETED");
    assertThat(run.report("bars_completed")).isEqualTo("252");
    assertThat(run.fills()).isEmpty();
    List<String> rulings = rulings(run.decisions().getFirst());
    assertThat(rulings).hasSize(9).allMatch(ruling -> ruling.contains("\"INTENT_INVALID\""));
    assertThat(run.report().members().getOrDefault("orders", new Json.Null()).text())
        .contains("\"denied\":9", "\"strategy_errors\":9", "\"placed\":0");
  }

  @Test
  @Order(3)
  void runsAnHonestStrategyAfterAllThat() {
    Run run = bench.backtest(GoldenEndToEndTest.apple(bench));
    run.said().mustEndWith(0);
    assertThat(run.report("decision_digest")).isEqualTo(GoldenEndToEndTest.APPLE_DIGEST);
  }

  private Spec apple(String source) {
    return Spec.of(bench.submitted(source), GoldenSeries.AAPL, bench.series(GoldenSeries.AAPL));
  }

  private static List<String> rulings(Json.Obj decision) {
    return decision.members().get("rulings") instanceof Json.Arr(List<Json> rulings)
        ? rulings.stream().map(Json::text).toList()
        : List.of();
  }
}
