package dev.glovebox.host.risk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glovebox.host.ledger.SubLedger;
import dev.glovebox.host.ledger.Trade;
import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Instrument;
import dev.glovebox.host.model.Json;
import dev.glovebox.host.model.OrderIntent;
import dev.glovebox.host.model.OrderIntent.Malformed;
import dev.glovebox.host.model.OrderIntent.Market;
import dev.glovebox.host.model.OrderIntent.Terms;
import dev.glovebox.host.model.OrderIntent.Unsupported;
import dev.glovebox.host.model.OrderKey;
import dev.glovebox.host.model.Side;
import dev.glovebox.host.model.TradingState;
import dev.glovebox.host.model.UntrustedText;
import dev.glovebox.host.risk.WorkingOrders.Working;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Each check at its limit: at the limit allowed, one step beyond denied. Close 100, lot 0.1. */
final class RiskGateTest {
  private static final Instrument AAA =
      new Instrument("AAA", "USD", number("0.01"), number("0.1"), number("2"));
  private static final OrderKey OTHER = new OrderKey(90);

  private Limits limits = LimitsForm.read(Json.of(TestLimits.research()));
  private String feeRate = "0";
  private String halfSpread = "0";
  private Supplier<TradingState> state = () -> TradingState.ACTIVE;
  private BigDecimal close = number("100");
  private boolean warmingUp;
  private boolean reduceOnly;
  private Drawdown drawdown = Drawdown.at(number("10000"));
  private final SubLedger books = new SubLedger("USD", number("10000"), List.of(AAA));
  private final WorkingOrders orders = new WorkingOrders();
  private final OrderRate rate = new OrderRate();

  @Test
  void theTableHasEveryDenialCodeInTheOrderOfTheContract() {
    assertThat(RiskGate.CHECKS.stream().map(RiskCheck::code))
        .containsExactly(
            Code.INTENT_INVALID,
            Code.ORDER_TYPE_UNSUPPORTED,
            Code.WARMING_UP,
            Code.QUANTITY_OFF_GRID,
            Code.PRICE_OFF_GRID,
            Code.QUANTITY_BELOW_MIN,
            Code.QUANTITY_ABOVE_MAX,
            Code.NOTIONAL_BELOW_MIN,
            Code.NOTIONAL_ABOVE_MAX,
            Code.POSITION_ABOVE_MAX,
            Code.SHORT_NOT_ALLOWED,
            Code.BUYING_POWER,
            Code.PRICE_COLLAR,
            Code.ORDER_RATE,
            Code.INSTRUMENT_NOT_ALLOWED,
            Code.DRAWDOWN,
            Code.TRADING_HALTED);
  }

  @Test
  void deniesWhatIsNoOrder() {
    Malformed nonsense =
        new Malformed(Optional.of(Side.BUY), "the quantity is no number", new UntrustedText("nan"));
    warmingUp = true;
    assertDenied(rule(nonsense), Code.INTENT_INVALID, "the quantity is no number", "");
    assertDenied(
        rule(new Unsupported(new UntrustedText("limit"))),
        Code.ORDER_TYPE_UNSUPPORTED,
        "another type",
        "MARKET");
    assertDenied(buy("1"), Code.WARMING_UP, "warming up", "");
    warmingUp = false;
    assertAllowed(buy("1"));
    reduceOnly = true;
    assertThat(code(buy("1"))).isEqualTo(Code.ORDER_TYPE_UNSUPPORTED);
    hold("1");
    assertAllowed(sell("1"));
  }

  @Test
  void holdsTheGrid() {
    assertAllowed(buy("0.1"));
    assertAllowed(buy("1.20"));
    assertDenied(buy("0.15"), Code.QUANTITY_OFF_GRID, "0.15", "0.1");
    assertDenied(
        buy("0.100000000000000001"), Code.QUANTITY_OFF_GRID, "0.100000000000000001", "0.1");
  }

  @Test
  void holdsQuantityLimits() {
    limits = TestLimits.with("quantity_min", "0.5");
    assertAllowed(buy("0.5"));
    assertDenied(buy("0.4"), Code.QUANTITY_BELOW_MIN, "0.4", "0.5");
    limits = TestLimits.with("quantity_max", "2");
    assertAllowed(buy("2"));
    assertDenied(buy("2.1"), Code.QUANTITY_ABOVE_MAX, "2.1", "2");
  }

  @Test
  void holdsWhatTheGuestCanBeTold() {
    limits = TestLimits.with("quantity_max", "1000000000000000000");
    assertDenied(
        buy("99999999999999999.9"),
        Code.NOTIONAL_ABOVE_MAX,
        "19999999999999999980",
        "1000000000000");
    assertDenied(
        buy("100000000000000000"),
        Code.QUANTITY_ABOVE_MAX,
        "100000000000000000",
        "99999999999999999.9");
  }

  @Test
  void countsNoPositionThatTheGuestCannotBeTold() {
    close = number("0.00000000000001");
    orders.put(new Working(OTHER, 0, Side.BUY, number("99999999999999999")));
    limits = TestLimits.with("quantity_max", "1000000000000000000");
    assertAllowed(buy("0.9"));
    assertDenied(buy("1"), Code.POSITION_ABOVE_MAX, "100000000000000000", "99999999999999999.9");
  }

  @Test
  void holdsNotionalLimits() {
    limits = TestLimits.with("notional_min", "200");
    assertAllowed(buy("1"));
    assertDenied(buy("0.9"), Code.NOTIONAL_BELOW_MIN, "180", "200");
    limits = TestLimits.with("notional_max", "200");
    assertAllowed(buy("1"));
    assertDenied(buy("1.1"), Code.NOTIONAL_ABOVE_MAX, "220", "200");
  }

  @Test
  void holdsThePositionLimitCountingWorkingBuys() {
    limits = TestLimits.with("position_notional_max", "1000");
    hold("2");
    orders.put(new Working(OTHER, 0, Side.BUY, number("1")));
    assertAllowed(buy("2"));
    assertDenied(buy("2.1"), Code.POSITION_ABOVE_MAX, "1020", "1000");
    close = number("1000");
    assertAllowed(sell("2"));
  }

  @Test
  void sellsNothingThatIsNotHeldAndFree() {
    hold("2");
    orders.put(new Working(OTHER, 0, Side.SELL, number("0.5")));
    assertAllowed(sell("1.5"));
    assertDenied(sell("1.6"), Code.SHORT_NOT_ALLOWED, "1.6", "1.5");
  }

  @Test
  void needsBuyingPowerForTheReserveAndNeverCountsUnfilledSales() {
    feeRate = "0.001";
    limits = TestLimits.with("reserve_buffer", "0.25");
    // 10000 / (200 x 1.25 x 1.001) = 39.96..., so 39.9 is the last lot that fits.
    Ruling fits = buy("39.9");
    assertThat(((Ruling.Allowed) fits).reserve()).isEqualByComparingTo("9984.975");
    assertDenied(buy("40"), Code.BUYING_POWER, "10010", "10000");
    hold("1");
    orders.put(new Working(OTHER, 0, Side.SELL, number("1")));
    Ruling.Denied denied = (Ruling.Denied) buy("50");
    assertThat(denied.facts())
        .containsEntry("largest_quantity", "39.9")
        .containsEntry("pending_proceeds", "200");
    assertThat(((Ruling.Allowed) withoutWorking(sell("0.5"))).reserve()).isEqualByComparingTo("0");
    books.reserve(OTHER, number("9000"));
    assertThat(code(buy("4"))).isEqualTo(Code.BUYING_POWER);
  }

  @Test
  void holdsThePriceCollar() {
    limits = TestLimits.with("price_collar", "0.01");
    halfSpread = "0.01";
    assertAllowed(buy("1"));
    halfSpread = "0.0101";
    assertDenied(buy("1"), Code.PRICE_COLLAR, "0.0101", "0.01");
  }

  @Test
  void holdsTheOrderRatePerSetMinuteAndDayOfTheCloseTime() {
    limits = TestLimits.with("orders_per_bar_max", Json.of(2));
    rate.startSet(0);
    rate.count();
    assertAllowed(buy("1"));
    rate.count();
    assertDenied(buy("1"), Code.ORDER_RATE, "3", "2");
    rate.startSet(1);
    assertAllowed(buy("1"));

    limits = TestLimits.with("orders_per_minute_max", Json.of(3));
    assertAllowed(buy("1"));
    rate.count();
    assertDenied(buy("1"), Code.ORDER_RATE, "4", "3");
    rate.startSet(59_999_999);
    assertThat(code(buy("1"))).isEqualTo(Code.ORDER_RATE);
    rate.startSet(60_000_000);
    assertAllowed(buy("1"));

    limits = TestLimits.with("orders_per_day_max", Json.of(4));
    assertAllowed(buy("1"));
    rate.count();
    assertDenied(buy("1"), Code.ORDER_RATE, "5", "4");
    rate.startSet(86_399_999_999L);
    assertThat(code(buy("1"))).isEqualTo(Code.ORDER_RATE);
    rate.startSet(86_400_000_000L);
    assertAllowed(buy("1"));
  }

  @Test
  void tradesOnlyInstrumentsOfTheRunAndOnTheList() {
    limits = TestLimits.with("instruments", Json.of(List.of(Json.of("AAA"), Json.of("BBB"))));
    assertAllowed(buy("1"));
    limits = TestLimits.with("instruments", Json.of(List.of(Json.of("BBB"))));
    assertThat(code(buy("1"))).isEqualTo(Code.INSTRUMENT_NOT_ALLOWED);
    Terms market = new Market(Side.BUY, number("0.123"), Optional.empty());
    assertThat(code(rule(market, "ZZZ", Optional.empty()))).isEqualTo(Code.INSTRUMENT_NOT_ALLOWED);
  }

  @Test
  void drawdownTripsBeyondItsLimitForGoodAndLetsReducingPass() {
    BigDecimal limit = number("0.1");
    drawdown = drawdown.marked(number("9000"), limit);
    assertThat(drawdown.state()).isEqualTo(TradingState.ACTIVE);
    assertAllowed(buy("1"));
    limits = TestLimits.with("drawdown_max", "0.1");
    drawdown = drawdown.marked(number("8999"), limit);
    assertThat(drawdown.state()).isEqualTo(TradingState.REDUCING);
    assertDenied(buy("1"), Code.DRAWDOWN, "0.1001", "0.1");
    drawdown = drawdown.marked(number("20000"), limit);
    assertDenied(buy("1"), Code.DRAWDOWN, "0.1001", "0.1");
    hold("1");
    assertAllowed(sell("1"));
  }

  @Test
  void aHaltedOrReducingSwitchDenies() {
    hold("1");
    state = () -> TradingState.REDUCING;
    assertThat(code(buy("1"))).isEqualTo(Code.TRADING_HALTED);
    assertAllowed(sell("1"));
    state = () -> TradingState.HALTED;
    assertDenied(sell("1"), Code.TRADING_HALTED, "HALTED", "");
  }

  @Test
  void refusesWhenACheckThrowsOrLacksItsInput() {
    state =
        () -> {
          throw new IllegalStateException("the switch cannot be read");
        };
    assertDenied(buy("1"), Code.CHECK_FAILED, "TRADING_HALTED", "");
    state = () -> TradingState.ACTIVE;
    close = BigDecimal.ZERO;
    assertDenied(buy("1"), Code.CHECK_FAILED, "NOTIONAL_BELOW_MIN", "");
    close = number("100");
    assertAllowed(buy("1"));
  }

  private Ruling withoutWorking(Ruling ignored) {
    assertThat(code(ignored)).isEqualTo(Code.SHORT_NOT_ALLOWED);
    orders.remove(OTHER);
    return sell("0.5");
  }

  private void hold(String quantity) {
    books.trade(new Trade(0, Side.BUY, number(quantity), BigDecimal.ZERO, BigDecimal.ZERO));
  }

  private Ruling buy(String quantity) {
    return rule(new Market(Side.BUY, number(quantity), Optional.empty()));
  }

  private Ruling sell(String quantity) {
    return rule(new Market(Side.SELL, number(quantity), Optional.empty()));
  }

  private Ruling rule(Terms terms) {
    return rule(terms, "AAA", Optional.of(0));
  }

  private Ruling rule(Terms terms, String id, Optional<Integer> instrument) {
    OrderIntent intent =
        new OrderIntent(
            new OrderKey(1),
            new UntrustedText(id),
            instrument,
            new UntrustedText("buy"),
            new UntrustedText(""),
            reduceOnly,
            terms);
    RiskTerms run = new RiskTerms(List.of(AAA), limits, number(feeRate), number(halfSpread), state);
    return new RiskGate(run)
        .rule(intent, new RiskView(books, orders, List.of(close), rate, drawdown, warmingUp));
  }

  private static void assertAllowed(Ruling ruling) {
    assertThat(ruling).isInstanceOf(Ruling.Allowed.class);
  }

  private static void assertDenied(Ruling ruling, Code code, String observed, String limit) {
    assertThat(ruling)
        .isInstanceOfSatisfying(
            Ruling.Denied.class,
            denied -> {
              assertThat(denied.code()).isEqualTo(code);
              assertThat(denied.observed()).isEqualTo(observed);
              assertThat(denied.limit()).isEqualTo(limit);
            });
  }

  private static Code code(Ruling ruling) {
    return switch (ruling) {
      case Ruling.Allowed _ -> Code.OK;
      case Ruling.Denied denied -> denied.code();
    };
  }

  private static BigDecimal number(String text) {
    return new BigDecimal(text);
  }
}
