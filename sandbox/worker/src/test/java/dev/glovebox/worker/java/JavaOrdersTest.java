package dev.glovebox.worker.java;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glovebox.proto.worker.v1.Start;
import dev.glovebox.worker.InProcess;
import dev.glovebox.worker.Market;
import dev.glovebox.worker.Strategies;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Each order call in Java asks for the very bytes that the one in Python asks for. */
@Timeout(60)
class JavaOrdersTest {

  /** The same call in Python and in Java; one a bar. */
  private static final List<String> CALLS =
      List.of(
          "ctx.buy(10) | ctx.buy(10);",
          "ctx.buy(10.75) | ctx.buy(10.75);",
          "ctx.buy(0.4) | ctx.buy(0.4);",
          "ctx.buy(0.0) | ctx.buy(0.0);",
          "ctx.buy(0) | ctx.buy(0);",
          "ctx.buy(-3) | ctx.buy(-3);",
          "ctx.buy(-3.5) | ctx.buy(-3.5);",
          "ctx.buy(1e17) | ctx.buy(1e17);",
          "ctx.buy(1e300) | ctx.buy(1e300);",
          "ctx.buy(float('nan')) | ctx.buy(Double.NaN);",
          "ctx.buy(float('-inf')) | ctx.buy(Double.NEGATIVE_INFINITY);",
          "ctx.buy(D('1.50')) | ctx.buy(new BigDecimal(\"1.50\"));",
          "ctx.buy(D('1e3')) | ctx.buy(new BigDecimal(\"1e3\"));",
          "ctx.buy(D('0.0000000000000000001')) | ctx.buy(new BigDecimal(\"0.0000000000000000001\"));",
          "ctx.sell(5, tag='t') | ctx.sell(5, new OrderOptions().tag(\"t\"));",
          "ctx.buy(5, tag='x' * 129) | ctx.buy(5, new OrderOptions().tag(\"x\".repeat(129)));",
          "ctx.buy(5, limit=101.237) | ctx.buy(5, new OrderOptions().limit(101.237));",
          "ctx.sell(5, limit=101.237) | ctx.sell(5, new OrderOptions().limit(101.237));",
          "ctx.buy(5, stop=101.231, limit=7) |"
              + " ctx.buy(5, new OrderOptions().stop(101.231).limit(7));",
          "ctx.sell(5, stop=101.239) | ctx.sell(5, new OrderOptions().stop(101.239));",
          "ctx.sell(5, trail=1.5) | ctx.sell(5, new OrderOptions().trail(1.5));",
          "ctx.sell(5, trail_percent=2.5) | ctx.sell(5, new OrderOptions().trailPercent(2.5));",
          "ctx.buy(5, tif='IOC', reduce_only=True) |"
              + " ctx.buy(5, new OrderOptions().tif(TimeInForce.IOC).reduceOnly(true));",
          "ctx.buy(5, tif='GTD', expires=ctx.now) |"
              + " ctx.buy(5, new OrderOptions().tif(TimeInForce.GTD).expires(ctx.now()));",
          "ctx.buy(5, instrument='AAPL') | ctx.buy(5, new OrderOptions().instrument(\"AAPL\"));",
          "ctx.buy(5.5, instrument='MSFT') | ctx.buy(5.5, new OrderOptions().instrument(\"MSFT\"));",
          "ctx.target(7.9); ctx.target(7.9); ctx.target(-2) |"
              + " ctx.target(7.9); ctx.target(7.9); ctx.target(-2);",
          "ctx.target(float('nan')) | ctx.target(Double.NaN);",
          "ctx.target_percent(0.5); ctx.close() | ctx.targetPercent(0.5); ctx.close();",
          "ctx.target_percent(float('inf')) | ctx.targetPercent(Double.POSITIVE_INFINITY);",
          "ctx.close() | ctx.close();",
          "ctx.bracket(5.5, target=120.001, stop=90.009) |"
              + " ctx.bracket(Side.BUY, 5.5, 120.001, 90.009);",
          "ctx.bracket(5.0, side='SELL', entry=100.001, target=90.009, stop=120.001) |"
              + " ctx.bracket(Side.SELL, 5, 90.009, 120.001, new OrderOptions().limit(100.001));",
          "ctx.modify('o-000001', quantity=2.5, limit=3.125) |"
              + " ctx.modify(\"o-000001\", 2.5, new OrderOptions().limit(3.125));",
          "ctx.modify('o-000001', stop=3.0) |"
              + " ctx.modify(\"o-000001\", new OrderOptions().stop(3.0));",
          "ctx.cancel('o-000001') | ctx.cancel(\"o-000001\");",
          "ctx.buy(ctx.size_for(5000.0)); ctx.buy(ctx.max_quantity()) |"
              + " ctx.buy(ctx.sizeFor(5000.0)); ctx.buy(ctx.maxQuantity());",
          "ctx.log(str(ctx.round_price(1.239)) + ' ' + str(ctx.round_price(1.231, 'up'))) |"
              + " ctx.log(ctx.roundPrice(1.239) + \" \" + ctx.roundPrice(1.231, Rounding.UP));");

  @Test
  void asksForTheSame() {
    StringBuilder python = new StringBuilder();
    StringBuilder java = new StringBuilder("switch (ctx.barIndex()) {\n");
    for (int bar = 0; bar < CALLS.size(); bar++) {
      String[] call = CALLS.get(bar).split("\\|", -1);
      python.append("if ctx.bar_index == " + bar + ":\n    " + call[0].strip() + "\n");
      java.append("case " + bar + " -> { " + call[1].strip() + " }\n");
    }
    java.append("default -> {}\n}");
    Start.Builder inPython =
        Strategies.start(
            "from decimal import Decimal as D\n" + Strategies.onBar(python.toString()), Map.of());
    InProcess.Run expected = InProcess.run(inPython.build(), market(), 1);
    assertThat(expected.fault()).as("%s", expected.fault()).isEmpty();
    assertThat(expected.intents()).hasSizeGreaterThan(CALLS.size() / 2);
    InProcess.Run run =
        InProcess.run(java(java.toString()).build(), market(), 1, JavaStrategies::guest);
    assertThat(run.fault()).as("%s", run.fault()).isEmpty();
    assertThat(run.intents()).isEqualTo(expected.intents());
    assertThat(run.market().filled()).isEqualTo(expected.market().filled());
    assertThat(told(run)).isEqualTo(told(expected)).isNotEmpty();
  }

  /** What is told once of kinds of orders that are not traded speaks of the language. */
  private static List<String> told(InProcess.Run run) {
    return run.log().stream().filter(line -> !line.startsWith("denied,")).toList();
  }

  private static Market market() {
    return new Market(Market.waves(CALLS.size() + 2));
  }

  private static Start.Builder java(String body) {
    return JavaStrategies.start(JavaStrategies.onBar(body), Map.of());
  }

  @Test
  void namesTheInstrumentsWhereThereAreSeveral() {
    Start.Builder start = java("ctx.buy(1);");
    start.addInstruments(start.getInstruments(0).toBuilder().setId("MSFT"));
    InProcess.Run run = InProcess.run(start.build(), market(), 1, JavaStrategies::guest);
    assertThat(run.failure().getCode()).isEqualTo("STRATEGY_ERROR");
    assertThat(run.failure().getExceptionClass()).isEqualTo("IllegalArgumentException");
    assertThat(run.failure().getMessage()).contains("several instruments").contains("AAPL");
  }

  @Test
  void ordersSeenByTheStrategyAreThoseOfTheRun() {
    InProcess.Run run =
        JavaStrategies.run(
            JavaStrategies.compile(
                "S",
                """
                import dev.glovebox.strategy.*;
                public final class S extends Strategy {
                  @Override public void onBar(Context ctx, Bar bar) {
                    if (ctx.barIndex() == 0) {
                      ctx.buy(5, new OrderOptions().tag("in"));
                      ctx.buy(2, new OrderOptions().limit(99.5));
                      for (Order o : ctx.orders()) {
                        ctx.log(o.id() + " " + o.type() + " " + o.quantity() + " " + o.limit().isPresent());
                      }
                    }
                  }
                  @Override public void onFill(Context ctx, Fill fill) {
                    ctx.log(fill.orderId() + " " + fill.side() + " " + fill.quantity() + " " + fill.tag()
                        + " " + ctx.position() + " " + fill.exact().remaining() + " " + ctx.orders().size());
                  }
                  @Override public void onOrder(Context ctx, Order order) {
                    ctx.log(order.id() + " " + order.status() + " " + order.code() + " " + order.side());
                  }
                  @Override public void onStop(Context ctx) { ctx.buy(1); }
                }
                """));
    assertThat(run.fault()).as("%s", run.fault()).isEmpty();
    assertThat(run.log().stream().filter(line -> !line.startsWith("denied,")))
        .containsExactly(
            "o-000001 MARKET 5.0 false",
            "o-000002 LIMIT 2.0 true",
            "o-000001 BUY 5.0 in 5.0 0 0",
            "o-000002 DENIED ORDER_TYPE_UNSUPPORTED BUY",
            "not sent: orders in on_stop are too late (buy)");
  }
}
