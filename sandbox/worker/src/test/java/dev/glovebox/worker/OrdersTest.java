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

/** What order calls become. Each strategy orders on its first bar only; the close is 100. */
@Timeout(120)
class OrdersTest {

  @Test
  void passesExactNumbersAndSnapsFloats() {
    List<Intent> intents =
        intents(
            "for q in (3, '3', '2.50', '1e3', -4, 0, D('0.125'), 3.0, 3.99, -3.99, 0.1 + 0.2 + 4):"
                + " ctx.buy(q)");
    assertThat(intents)
        .map(OrdersTest::quantity)
        .map(q -> q.getValue().getMantissa() + "e-" + q.getValue().getScale() + q.getOriginal())
        .containsExactly(
            "3e-0",
            "3e-0",
            "25e-1",
            "1000e-0",
            "-4e-0",
            "0e-0",
            "125e-3",
            "3e-0",
            "3e-03.99",
            "-3e-0-3.99",
            "4e-04.3");
  }

  @Test
  void marksWhatIsNoQuantityAsInvalid() {
    List<Intent> intents =
        intents(
            "for q in (float('nan'), float('inf'), True, None, 'ten', '', [1], 10**18, 10**5000,"
                + " '1e-19', D('NaN'), object(), type('L' * 500, (), {'__repr__': 5})()):"
                + " ctx.buy(q)");
    assertThat(intents).hasSize(13).map(OrdersTest::quantity).noneMatch(Amount::hasValue);
    assertThat(intents)
        .map(intent -> quantity(intent).getInvalid())
        .allMatch(text -> !text.isEmpty() && text.length() <= 128);
  }

  @Test
  void marksAnOrderWithANonsenseKeywordAsInvalid() {
    List<Intent> intents =
        intents(
            "for k in (dict(tif='FOO'), dict(reduce_only='x'), dict(tag='x' * 129), dict(tag=5),"
                + " dict(expires=5), dict(tif=1), dict(instrument=7)): ctx.buy(1, **k)");
    assertThat(intents).hasSize(7);
    assertThat(intents).noneMatch(intent -> quantity(intent).getInvalid().isEmpty());
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

  @Test
  void carriesKindsThatTheHostDoesNotTradeYet() {
    List<Intent> intents =
        intents(
            "ctx.buy(1, limit=99.999); ctx.buy(1, stop=101); ctx.buy(1, stop=101, limit=102);"
                + " ctx.sell(1, trail=2); ctx.sell(1, trail_percent=0.02);"
                + " ctx.bracket(1, target=110, stop=90); ctx.modify('o-000001', quantity=2);"
                + " ctx.cancel('o-000001'); ctx.target(3, limit=99)");
    assertThat(intents)
        .map(Intent::getKindCase)
        .containsExactly(
            Intent.KindCase.LIMIT,
            Intent.KindCase.STOP,
            Intent.KindCase.STOP_LIMIT,
            Intent.KindCase.TRAILING_STOP,
            Intent.KindCase.TRAILING_STOP,
            Intent.KindCase.BRACKET,
            Intent.KindCase.MODIFY,
            Intent.KindCase.CANCEL,
            Intent.KindCase.LIMIT);
    assertThat(intents).map(Intent::getSequence).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9);
  }

  @Test
  void saysOnceWhatBecomesOfAKindThatIsNotTradedYet() {
    InProcess.Run run =
        run(
            "ctx.buy(1, limit=99); ctx.buy(1, limit=98); ctx.sell(1, stop=90);"
                + " ctx.cancel('o-000001'); ctx.buy(1)");
    assertThat(run.log()).hasSize(3).allMatch(line -> line.contains("ORDER_TYPE_UNSUPPORTED"));
    assertThat(run.log().getFirst()).contains("limit is not traded yet", "ctx.close");
    assertThat(run.log().getLast()).contains("cancel is not traded yet", "ctx.target");
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

  @Test
  void sendsNothingWhenThereIsNothingToDo() {
    assertThat(
            intents(
                "assert (ctx.buy(0.4), ctx.buy(0.0), ctx.close(), ctx.target(0),"
                    + " ctx.target_percent(0)) == (None,) * 5"))
        .isEmpty();
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
    List<Intent> intents =
        intents(
            "ctx.target_percent(0.3339); ctx.target_percent(-0.3339);"
                + " ctx.buy(ctx.size_for(12345)); ctx.buy(ctx.max_quantity())");
    assertThat(intents)
        .map(intent -> quantity(intent).getValue().getMantissa())
        .containsExactly(333L, 666L, 123L, 1000L);
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
