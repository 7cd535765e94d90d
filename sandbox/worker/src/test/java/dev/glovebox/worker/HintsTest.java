package dev.glovebox.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glovebox.proto.worker.v1.Fault;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Typical mistakes: the message says what to write instead. */
@Timeout(120)
class HintsTest {
  /** A statement, and what its hint says. */
  private static final List<String> MISTAKES =
      List.of(
          "ctx.positions | ctx.position, a float",
          "ctx.get_position() | ctx.position",
          "ctx.price | bar.close",
          "ctx.portfolio.cash | ctx.cash",
          "ctx.order(1) | ctx.buy(quantity)",
          "ctx.order_target_percent(0.5) | ctx.target_percent(0.5)",
          "ctx.close_position() | ctx.close()",
          "ctx.bars | ctx.history(n)",
          "ctx.time | ctx.now",
          "ctx.byu(1) | ctx.buy",
          "ctx.equty | ctx.equity",
          "ctx.zzz = 1 | keep it in self",
          "ctx.cash() | a value without ()",
          "ctx.now() | a value without ()",
          "ctx.position.size | plain floats",
          "ctx.close > 5 | a call needs ()",
          "ctx.buy(size=1) | ctx.buy(quantity",
          "ctx.buy() | ctx.buy(quantity",
          "ctx.buy('AAPL', 1) | ctx.buy(quantity",
          "ctx.buy(1, stop_loss=90) | a stop is a level in self",
          "ctx.history() | ctx.history(20)",
          "ctx.history(5)['close'] | ctx.closes(n)",
          "ctx.closes(5).mean() | ctx.closes(n)",
          "ctx.closes(9)[-9] | less history",
          "bar['close'] | write bar.close",
          "bar['Close'] | write bar.close",
          "bar[4] | write bar.close",
          "bar.Close | bar.close",
          "bar.clsoe | bar.close",
          "bar.time | bar.close_time",
          "bar.date | bar.open_time.date()",
          "self.position | ctx.position: hooks get ctx",
          "self.buy(1) | ctx.buy: hooks get ctx",
          "self.prices.append(1) | set self.prices in __init__",
          "1 / ctx.position | check the divisor first",
          "bar.close > None | check for None first",
          "bar.exact.close * 0.99 | do not mix",
          "None.x | check for None first",
          "SMA(3)(1.0) | update(x) once per bar",
          "SMA(3).add(1.0) | update(x)",
          "SMA(3).value() | a value without ()",
          "SMA(3)[-1] | .value for the newest",
          "SMA(ctx.closes(3), 3) | SMA(20), then update(x)");

  /** Messages that are the strategy's own stay as they are. */
  private static final List<String> OWN =
      List.of(
          "raise ValueError('mine')",
          "raise AttributeError('mine')",
          "raise TypeError(3)",
          "raise AttributeError()");

  @Test
  void everyTypicalMistakeHasAHint() {
    List<String> hints = hints(MISTAKES.stream().map(row -> part(row, 0)).toList());
    assertThat(hints).hasSameSizeAs(MISTAKES);
    for (int i = 0; i < MISTAKES.size(); i++) {
      assertThat(hints.get(i)).as(MISTAKES.get(i)).contains(part(MISTAKES.get(i), 1));
    }
  }

  /** Returns a row's statement (0) or what its hint says (1). */
  private static String part(String row, int number) {
    return List.of(row.split(" \\| ", 2)).get(number);
  }

  @Test
  void aMessageOfTheStrategysOwnHasNone() {
    assertThat(hints(OWN)).hasSameSizeAs(OWN).allMatch(hint -> hint.startsWith("hint []"));
  }

  @Test
  void theHintFollowsTheMessageOfTheFault() {
    Fault fault = fault(Strategies.onBar("ctx.positions"));
    assertThat(fault.getCode()).isEqualTo("STRATEGY_ERROR");
    assertThat(fault.getMessage())
        .isEqualTo(
            "'Context' object has no attribute 'positions'; instead: ctx.position, a float: 0.0 is"
                + " flat");
    assertThat(fault.getLine()).isEqualTo(4);
    assertThat(fault(Strategies.onBar("raise AttributeError('mine')")).getMessage())
        .isEqualTo("mine");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "def next(self): | rename next to on_bar(self, ctx, bar)",
        "def on_bar(self, bar): | instead: on_bar(self, ctx, bar)",
      })
  void aHookOfAnotherLibraryIsNamed(String definition, String instead) {
    String source =
        "from glovebox import Strategy\nclass S(Strategy):\n    " + definition + "\n        pass\n";
    assertThat(fault(source).getMessage()).contains(instead);
  }

  @Test
  void anInitThatWantsCtxIsToldWhereItComesFrom() {
    String source =
        """
        from glovebox import Strategy
        class S(Strategy):
            def __init__(self, ctx):
                pass
            def on_bar(self, ctx, bar):
                pass
        """;
    assertThat(fault(source).getMessage()).contains("ctx comes with the hooks");
  }

  /** One run in which every statement fails; a run of its own for each would take a minute. */
  private static List<String> hints(List<String> statements) {
    String tries =
        statements.stream()
            .map(statement ->
                "try:\n    "
                    + statement
                    + "\nexcept Exception as error:\n"
                    + "    print('hint [' + _hints.hint(error, TYPES, 'S') + '] ' + str(error))\n")
            .collect(Collectors.joining());
    String source =
        "from glovebox import Bar, Context, Fill, Order, _hints\n"
            + "from glovebox.indicators import SMA\n"
            + "TYPES = {'Context': Context, 'Bar': Bar, 'Fill': Fill, 'Order': Order}\n"
            + Strategies.onBar("if ctx.bar_index > 0:\n    return\n" + tries);
    return InProcess.run(source).log().stream().filter(line -> line.startsWith("hint ")).toList();
  }

  private static Fault fault(String source) {
    return InProcess.run(source).failure();
  }
}
