package dev.glovebox.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glovebox.proto.worker.v1.Amount;
import dev.glovebox.proto.worker.v1.Decimal;
import dev.glovebox.proto.worker.v1.Intent;
import dev.glovebox.proto.worker.v1.Side;
import dev.glovebox.proto.worker.v1.Start;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What order calls become. Each strategy orders on its first bar only; the close is 100. */
@Timeout(120)
class OrdersTest {

  @ParameterizedTest
  @CsvSource({
    "3, 3, 0, ''",
    "str(3), 3, 0, ''",
    "str('2.50'), 25, 1, ''",
    "str('1e3'), 1000, 0, ''",
    "-4, -4, 0, ''",
    "0, 0, 0, ''",
    "D('0.125'), 125, 3, ''",
    "3.0, 3, 0, ''",
    "3.99, 3, 0, 3.99",
    "-3.99, -3, 0, -3.99",
    "0.1 + 0.2 + 4, 4, 0, 4.3",
  })
  void passesExactNumbersAndSnapsFloats(
      String given, long mantissa, int scale, String original) {
    Amount amount = quantity(only("ctx.buy(" + given + ")"));
    assertThat(amount.getValue())
        .isEqualTo(Decimal.newBuilder().setMantissa(mantissa).setScale(scale).build());
    assertThat(amount.getOriginal()).isEqualTo(original);
    assertThat(amount.getInvalid()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "float('nan')",
        "float('inf')",
        "True",
        "None",
        "'ten'",
        "''",
        "[1]",
        "10**18",
        "10**5000",
        "'1e-19'",
        "D('NaN')",
        "object()",
        "type('L', (), {'__repr__': lambda s: 1 / 0})()",
      })
  void marksWhatIsNoQuantityAsInvalid(String given) {
    Amount amount = quantity(only("ctx.buy(" + given + ")"));
    assertThat(amount.hasValue()).isFalse();
    assertThat(amount.getInvalid()).isNotEmpty();
    assertThat(amount.getInvalid().length()).isLessThanOrEqualTo(128);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"tif='FOO'", "reduce_only='x'", "tag='x' * 129", "tag=5", "expires=5", "tif=1"})
  void marksAnOrderWithANonsenseKeywordAsInvalid(String keyword) {
    assertThat(quantity(only("ctx.buy(1, " + keyword + ")")).getInvalid()).isNotEmpty();
  }

  @Test
  void passesTheKeywordsOfAnOrder() {
    Intent intent = only("ctx.sell(1, tag='why', reduce_only=True, tif='DAY')");
    assertThat(intent.getTag()).isEqualTo("why");
    assertThat(intent.getReduceOnly()).isTrue();
    assertThat(intent.getTimeInForce().name()).isEqualTo("TIME_IN_FORCE_DAY");
    assertThat(intent.getCall()).isEqualTo("sell");
    assertThat(intent.getInstrument()).isEqualTo("AAPL");
    assertThat(intent.getMarket().getSide()).isEqualTo(Side.SIDE_SELL);
  }

  @ParameterizedTest
  @CsvSource({
    "'ctx.buy(1, limit=99.999)', LIMIT",
    "'ctx.buy(1, stop=101)', STOP",
    "'ctx.buy(1, stop=101, limit=102)', STOP_LIMIT",
    "'ctx.sell(1, trail=2)', TRAILING_STOP",
    "'ctx.sell(1, trail_percent=0.02)', TRAILING_STOP",
    "'ctx.bracket(1, target=110, stop=90)', BRACKET",
    "'ctx.modify(\"o-000001\", quantity=2)', MODIFY",
    "'ctx.cancel(\"o-000001\")', CANCEL",
    "'ctx.target(3, limit=99)', LIMIT",
  })
  void carriesKindsThatTheHostDoesNotTradeYet(String call, Intent.KindCase kind) {
    Intent intent = only(call);
    assertThat(intent.getKindCase()).isEqualTo(kind);
    assertThat(intent.getSequence()).isEqualTo(1);
  }

  @Test
  void snapsPricesToTheSideThatIsBetterForTheStrategy() {
    List<Intent> intents =
        intents(
            "ctx.buy(1, limit=99.999); ctx.sell(1, limit=99.991);"
                + " ctx.buy(1, stop=99.991); ctx.sell(1, stop=99.999)");
    assertThat(intents.get(0).getLimit().getLimit().getValue()).isEqualTo(cents(9999));
    assertThat(intents.get(1).getLimit().getLimit().getValue())
        .isEqualTo(Decimal.newBuilder().setMantissa(100).build());
    assertThat(intents.get(2).getStop().getStop().getValue())
        .isEqualTo(Decimal.newBuilder().setMantissa(100).build());
    assertThat(intents.get(3).getStop().getStop().getValue()).isEqualTo(cents(9999));
  }

  private static Decimal cents(long mantissa) {
    return Decimal.newBuilder().setMantissa(mantissa).setScale(2).build();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ctx.buy(0.4)", "ctx.buy(0.0)", "ctx.close()", "ctx.target(0)", "ctx.target_percent(0)"
      })
  void sendsNothingWhenThereIsNothingToDo(String call) {
    InProcess.Run run = run("assert " + call + " is None");
    assertThat(run.fault()).isEmpty();
    assertThat(run.intents()).isEmpty();
  }

  @Test
  void logsAnOrderBelowOneLotAndTakesNoKeyForIt() {
    InProcess.Run run = run("ctx.buy(0.4); assert ctx.buy(1) == 'o-000001'");
    assertThat(run.fault()).isEmpty();
    assertThat(run.log()).singleElement().asString().contains("0.4").contains("less than one lot");
  }

  @Test
  void countsWorkingOrdersTowardATarget() {
    List<Intent> intents = intents("ctx.target(5); ctx.target(5); ctx.target(3); ctx.close()");
    assertThat(intents).hasSize(3);
    assertThat(intents)
        .extracting(i -> i.getMarket().getSide().name() + quantity(i).getValue().getMantissa())
        .containsExactly("SIDE_BUY5", "SIDE_SELL2", "SIDE_SELL3");
  }

  @Test
  void sizesByEquityExactlyTowardZero() {
    assertThat(quantity(only("ctx.target_percent(0.333)")).getValue().getMantissa()).isEqualTo(333);
    assertThat(quantity(only("ctx.target_percent(-0.3339)")).getValue().getMantissa())
        .isEqualTo(333);
    assertThat(quantity(only("ctx.buy(ctx.size_for(12345))")).getValue().getMantissa())
        .isEqualTo(123);
    assertThat(quantity(only("ctx.buy(ctx.max_quantity())")).getValue().getMantissa())
        .isEqualTo(1000);
  }

  @Test
  void deliversOrdersOfOnStartWithTheFirstAnswer() {
    String source =
        """
        from glovebox import Strategy
        class S(Strategy):
            def on_start(self, ctx):
                assert ctx.bar() is None and ctx.cash == 100000
                ctx.buy(1, tag="start")
            def on_bar(self, ctx, bar):
                if ctx.bar_index == 0:
                    ctx.buy(2, tag="bar")
            def on_stop(self, ctx):
                assert ctx.sell(3) is None
        """;
    InProcess.Run run = InProcess.run(source);
    assertThat(run.fault()).isEmpty();
    assertThat(run.intents()).extracting(Intent::getTag).containsExactly("start", "bar");
    assertThat(run.market().filled()).extracting(Market.Filled::barIndex).containsExactly(1, 1);
    assertThat(run.log()).singleElement().asString().contains("on_stop");
  }

  private static Intent only(String call) {
    List<Intent> intents = intents(call);
    assertThat(intents).hasSize(1);
    return intents.getFirst();
  }

  private static List<Intent> intents(String calls) {
    InProcess.Run run = run(calls);
    assertThat(run.fault()).isEmpty();
    return run.intents();
  }

  private static InProcess.Run run(String calls) {
    String source =
        "from decimal import Decimal as D\n"
            + Strategies.onBar("if ctx.bar_index == 0:\n    " + calls);
    Start start = Strategies.start(source, Map.of()).build();
    return InProcess.run(start, new Market(Market.closes(10_000, 10_000)), 1);
  }

  private static Amount quantity(Intent intent) {
    return intent.getMarket().getQuantity();
  }
}
