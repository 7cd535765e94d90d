package dev.glovebox.host.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Loops and comprehensions that an author wrote on one line spend the statement budget at the same
 * statement in every process, with the interpreter and with the guest compiler: they log at each
 * turn, so the log is where they ended.
 *
 * <p>{@code glovebox.programs}: {@code all} for both loops and fifteen processes each, not three.
 */
@Tag("long")
@ExtendWith(Bench.Shared.class)
@Timeout(value = 30, unit = TimeUnit.MINUTES)
final class BudgetTripTest {
  private static final boolean ALL = System.getProperty("glovebox.programs", "").equals("all");
  private static final int PROCESSES = ALL ? 15 : 3;

  private static final List<String> LOOPS =
      List.of(
          "kept = [m for n in range(10**12) if say(n) for m in range(n % 5) if m]",
          "for n in range(10**12): x = {n: n}; say(n); y = [z for z in x]");

  private static final int TURNS_MIN = 500;
  private static final String BUDGET = "statements_per_hook_max = 20000\nwall_start_seconds = 120";

  private static final String STRATEGY =
      """
      from glovebox import Strategy

      def say(n): print(n); return n % 3 == 0

      class Endless(Strategy):
          def on_bar(self, ctx, bar):
              LOOP
      """;

  private final Bench bench;

  BudgetTripTest(Bench bench) {
    this.bench = bench;
  }

  static Stream<String> loops() {
    return LOOPS.stream().limit(ALL ? LOOPS.size() : 1);
  }

  @ParameterizedTest
  @MethodSource("loops")
  void isTheSameInEveryProcess(String loop) {
    String hash = bench.submitted(STRATEGY.replace("LOOP", loop));
    Spec spec = Spec.of(hash, GoldenSeries.AAPL, bench.series(GoldenSeries.AAPL)).worker(BUDGET);
    Spec compiled =
        new Spec(spec.artifact(), spec.instrument(), 1, "bulk", "0", spec.parameters(), BUDGET);
    List<List<String>> trips =
        IntStream.range(0, PROCESSES)
            .mapToObj(at -> logged(bench.backtest(at % 2 == 0 ? spec : compiled)))
            .toList();
    assertThat(trips.getFirst()).hasSizeGreaterThan(TURNS_MIN);
    assertThat(trips.stream().map(List::getLast).distinct()).hasSize(1);
    assertThat(trips.stream().distinct()).hasSize(1);
  }

  private static List<String> logged(Run run) {
    run.said().mustEndWith(1);
    assertThat(run.report("code")).isEqualTo("BUDGET_EXCEEDED");
    return run.said().err().lines().filter(line -> line.startsWith("strategy: ")).toList();
  }
}
