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
  private static final List<Mistake> MISTAKES =
      List.of(
          new Mistake("ctx.positions", "ctx.position, a float"),
          new Mistake("ctx.get_position()", "ctx.position"),
          new Mistake("ctx.price", "bar.close"),
          new Mistake("ctx.portfolio.cash", "ctx.cash"),
          new Mistake("ctx.order(1)", "ctx.buy(quantity)"),
          new Mistake("ctx.order_target_percent(0.5)", "ctx.target_percent(0.5)"),
          new Mistake("ctx.close_position()", "ctx.close()"),
          new Mistake("ctx.bars", "ctx.history(n)"),
          new Mistake("ctx.time", "ctx.now"),
          new Mistake("ctx.byu(1)", "ctx.buy"),
          new Mistake("ctx.equty", "ctx.equity"),
          new Mistake("ctx.zzz = 1", "keep it in self"),
          new Mistake("ctx.cash()", "a value without ()"),
          new Mistake("ctx.now()", "a value without ()"),
          new Mistake("ctx.position.size", "plain floats"),
          new Mistake("ctx.close > 5", "a call needs ()"),
          new Mistake("ctx.buy(size=1)", "ctx.buy(quantity"),
          new Mistake("ctx.buy()", "ctx.buy(quantity"),
          new Mistake("ctx.buy('AAPL', 1)", "ctx.buy(quantity"),
          new Mistake("ctx.buy(1, stop_loss=90)", "a stop is a level in self"),
          new Mistake("ctx.history()", "ctx.history(20)"),
          new Mistake("ctx.history(5)['close']", "ctx.closes(n)"),
          new Mistake("ctx.closes(5).mean()", "ctx.closes(n)"),
          new Mistake("ctx.closes(9)[-9]", "less history"),
          new Mistake("bar['close']", "write bar.close"),
          new Mistake("bar['Close']", "write bar.close"),
          new Mistake("bar[4]", "write bar.close"),
          new Mistake("bar.Close", "bar.close"),
          new Mistake("bar.clsoe", "bar.close"),
          new Mistake("bar.time", "bar.close_time"),
          new Mistake("bar.date", "bar.open_time.date()"),
          new Mistake("self.position", "ctx.position: hooks get ctx"),
          new Mistake("self.buy(1)", "ctx.buy: hooks get ctx"),
          new Mistake("self.prices.append(1)", "set self.prices in __init__"),
          new Mistake("1 / ctx.position", "check the divisor first"),
          new Mistake("bar.close > None", "check for None first"),
          new Mistake("bar.exact.close * 0.99", "do not mix"),
          new Mistake("None.x", "check for None first"),
          new Mistake("SMA(3)(1.0)", "update(x) once per bar"),
          new Mistake("SMA(3).add(1.0)", "update(x)"),
          new Mistake("SMA(3).value()", "a value without ()"),
          new Mistake("SMA(3)[-1]", ".value for the newest"),
          new Mistake("SMA(ctx.closes(3), 3)", "SMA(20), then update(x)"),
          new Mistake("RSI(period=14)", "RSI(20), then update(x)"),
          new Mistake("RSI(14).update(bar)", "update(bar.close)"),
          new Mistake("ATR(14).update(bar.close)", "takes a bar, not a float: update(bar)"),
          new Mistake("ATR(14).update(bar.high, bar.low, bar.close)", "update(bar)"),
          new Mistake("ATR(14).calculate(bar)", "update(bar)"),
          new Mistake("ATR(14)(bar)", "update(bar) once per bar"),
          new Mistake("bar.close > ATR(14)", ".value, a figure"),
          new Mistake("Bollinger(20).top", "upper"),
          new Mistake("Bollinger(20).value.mid", "middle"),
          new Mistake("Bollinger(20).update(bar.close) > 1", ".upper, .middle, .lower"),
          new Mistake("Stochastic().value < 20", ".k, .d"),
          new Mistake("MACD().hist", "histogram"),
          new Mistake("MACD(26, 12)", "fast is shorter than slow"),
          new Mistake("ctx.side", "ctx.position > 0"),
          new Mistake("ctx.cancel_all()", "market orders fill at the next open"),
          new Mistake("fill.qty", "fill.quantity"),
          new Mistake("fill.prcie", "fill.price"),
          new Mistake("order.state", "order.status"),
          new Mistake("order.prcie", "see docs/field-guide.md"),
          new Mistake("import pandas", "math, statistics, ctx.closes(n)"),
          new Mistake("import talib", "glovebox.indicators"),
          new Mistake("import backtrader", "from glovebox import Strategy"),
          new Mistake("from glovebox import RSI as x", "from glovebox.indicators import RSI"),
          new Mistake("from glovebox import Fold as x", "from glovebox.bars import Fold"),
          new Mistake("from glovebox.indicators import Bolinger as x", "import Bollinger"),
          new Mistake("from glovebox.indicators import WMA", "write others as a class"),
          new Mistake(
              "from glovebox.indicators import Fold as x", "from glovebox.bars import Fold"));

  /** Messages that are the strategy's own stay as they are. */
  private static final List<String> OWN =
      List.of(
          "raise ValueError('mine')",
          "raise AttributeError('mine')",
          "raise TypeError(3)",
          "raise AttributeError()");

  /** A statement that fails, and what its hint or its message says. */
  private record Mistake(String statement, String instead) {}

  @Test
  void everyTypicalMistakeHasAHint() {
    List<String> hints = hints(MISTAKES.stream().map(Mistake::statement).toList());
    assertThat(hints).hasSameSizeAs(MISTAKES);
    for (int i = 0; i < MISTAKES.size(); i++) {
      assertThat(hints.get(i)).contains(MISTAKES.get(i).instead());
    }
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
        "def on_bar(ctx, bar): | instead: on_bar(self, ctx, bar)",
      })
  void aHookOfAnotherLibraryIsNamed(String definition, String instead) {
    String source =
        "from glovebox import Strategy\nclass S(Strategy):\n    " + definition + "\n        pass\n";
    assertThat(fault(source).getMessage()).contains(instead);
  }

  @Test
  void aMethodWithoutSelfIsNamed() {
    String source =
        Strategies.onBar("self.wide(bar)")
            + "    def wide(bar):\n        return bar.high - bar.low\n";
    assertThat(fault(source).getMessage()).contains("the first parameter of a method is self");
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
            + "from glovebox.indicators import ATR, MACD, RSI, SMA, Bollinger, Stochastic\n"
            + "fill = tuple.__new__(Fill, range(10))\norder = tuple.__new__(Order, range(11))\n"
            + "TYPES = {'Context': Context, 'Bar': Bar, 'Fill': Fill, 'Order': Order}\n"
            + Strategies.onBar("if ctx.bar_index > 0:\n    return\n" + tries);
    return InProcess.run(source).log().stream().filter(line -> line.startsWith("hint ")).toList();
  }

  private static Fault fault(String source) {
    return InProcess.run(source).failure();
  }
}
