package dev.glovebox.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glovebox.proto.worker.v1.Start;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A block is taken by a loop inside the guest; nothing of that may show. */
final class BlocksTest {
  private static final int BARS = 60;
  private static final int BLOCK = 32;

  /** Walks out of the hook to the driver's own frame, and has {@code driver} and {@code names}. */
  private static final String REACH =
      """
      try:
          raise ValueError
      except ValueError as e:
          frame = e.__traceback__.tb_frame
      names, local = {}, {}
      while frame is not None:
          if frame.f_code.co_name == "run":
              names = frame.f_globals
              local = dict(frame.f_locals)
          frame = frame.f_back
      """;

  @ParameterizedTest
  @ValueSource(ints = {2, BLOCK, BARS})
  void tripsTheBudgetAtTheSameStatementAsInLockStep(int block) {
    String source =
        Strategies.onBar(
            """
            if bar.close == %s:
                n = 0
                while True:
                    n += 1
                    print(n)
            """
                .formatted(closeOf(20)));
    InProcess.Run alone = run(source, 1);
    InProcess.Run together = run(source, block);
    assertThat(together.failure().getCode()).isEqualTo("BUDGET_EXCEEDED");
    assertThat(together.log()).isEqualTo(alone.log()).hasSizeGreaterThan(1000);
    assertThat(alone.failure().getConsumed()).isZero();
    assertThat(together.failure().getConsumed()).isEqualTo(consumedBefore(20, block));
  }

  @Test
  void givesEachBarOfABlockItsOwnBudget() {
    String source = Strategies.onBar("for x in range(4500):\n    y = x");
    assertThat(run(source, BLOCK).fault()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"raise ValueError('no')", "return 1", "print('x' * 1_100_000)"})
  void tellsHowManyBarsOfABlockWereThroughBeforeAFault(String end) {
    String source =
        Strategies.onBar(
            "print(bar.close)\nif bar.close == %s:\n    %s".formatted(closeOf(40), end));
    InProcess.Run alone = run(source, 1);
    InProcess.Run together = run(source, BLOCK);
    assertThat(together.failure().getConsumed()).isEqualTo(consumedBefore(40, BLOCK));
    assertThat(together.log()).isEqualTo(alone.log()).hasSizeGreaterThanOrEqualTo(41);
    assertThat(together.failure().toBuilder().setConsumed(0).build()).isEqualTo(alone.failure());
  }

  @Test
  void aStrategyThatReachesTheDriverFindsItsOwnBarAndNoneThatIsYounger() {
    String source =
        Strategies.onBar(
            REACH
                + """
                found = {0}
                for place in (names, local):
                    for value in tuple(place.values()):
                        if type(value) is list:
                            found.update(x for x in value if type(x) in (int, float))
                now = round(bar.close * 100)
                print(now in found and bar.close in found, max(x for x in found if x < 10**6) > now)
                """);
    InProcess.Run run = run(source, BLOCK);
    assertThat(run.fault()).as("%s", run.fault()).isEmpty();
    // The first bar comes another way. True: the attack works; False: there is nothing to get.
    assertThat(run.log().subList(1, BARS)).hasSize(BARS - 1).containsOnly("True False");
  }

  @Test
  void aStrategyThatAsksForTheNextSetItselfGetsNoneAndNoNewBudget() {
    String peek =
        """
        if names:
            before = list(names["_numbers"])
            names["next_set"]()
            print(before == names["_numbers"])
        """;
    InProcess.Run peeking = run(Strategies.onBar(REACH + peek), BLOCK);
    assertThat(peeking.fault()).isEmpty();
    assertThat(peeking.log()).hasSizeGreaterThan(BARS / 2).containsOnly("True");

    String source =
        Strategies.onBar(REACH + "if names:\n    while True:\n        names['next_set']()");
    assertThat(run(source, BLOCK).failure().getCode()).isEqualTo("BUDGET_EXCEEDED");
  }

  @Test
  void aStrategyThatSpoilsTheDriversListsEndsByItsBudget() {
    String source =
        Strategies.onBar(REACH + "if names:\n    names['_numbers'].append(1)\n    names['x'] = 1");
    InProcess.Run run = run(source, BLOCK);
    assertThat(run.fault()).isPresent();
    assertThat(run.failure().getCode()).isIn("BUDGET_EXCEEDED", "STRATEGY_ERROR");
  }

  private static int consumedBefore(int bar, int block) {
    return bar % block;
  }

  /** Closes rise by 7 cents a bar, so that none is met twice. */
  private static long centsOf(int bar) {
    return 10_000 + 7L * bar;
  }

  private static String closeOf(int bar) {
    return Double.toString(centsOf(bar) / 100.0);
  }

  private static InProcess.Run run(String source, int block) {
    long[] cents = new long[BARS];
    for (int bar = 0; bar < BARS; bar++) {
      cents[bar] = centsOf(bar);
    }
    Start.Builder start = Strategies.start(source, Map.of());
    start.setLimits(Strategies.limits().setStatementsPerHookMax(10_000));
    return InProcess.run(start.build(), new Market(Market.closes(cents)), block);
  }
}
