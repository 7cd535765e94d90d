package dev.glovebox.host.venue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glovebox.host.model.Bar;
import dev.glovebox.host.model.BarSet;
import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Instrument;
import dev.glovebox.host.model.OrderKey;
import dev.glovebox.host.model.OrderType;
import dev.glovebox.host.model.RunId;
import dev.glovebox.host.model.Side;
import dev.glovebox.host.model.TeamId;
import dev.glovebox.host.venue.ExecutionReport.Acknowledged;
import dev.glovebox.host.venue.ExecutionReport.Expired;
import dev.glovebox.host.venue.ExecutionReport.Filled;
import dev.glovebox.host.venue.ExecutionReport.Rejected;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SimulatedVenueTest {
  private static final List<Instrument> INSTRUMENTS =
      List.of(instrument("A", "0.01", "1"), instrument("B", "0.05", "10"));

  @Test
  void fillsAtTheOpenOfTheNextBarOfItsInstrument() {
    SimulatedVenue venue = venue("0", "0", "1000");
    assertThat(venue.submit(order(1, 1, Side.BUY, "2"))).isEqualTo(new Acknowledged(key(1)));
    assertThat(advance(venue, set(7, bar(7, 0, "10")))).isEmpty();
    List<ExecutionReport> reports = advance(venue, set(8, bar(8, 0, "11"), bar(8, 1, "20.05")));
    assertThat(reports).hasSize(1);
    Filled fill = (Filled) reports.getFirst();
    assertThat(fill.bar()).isEqualTo(8);
    assertThat(fill.price()).isEqualByComparingTo("20.05");
    assertThat(fill.effectiveTimeMicros()).isEqualTo(800);
    assertThat(fill.knownTimeMicros()).isEqualTo(899);
    assertThat(fill.remaining()).isEqualByComparingTo("0");
    assertThat(advance(venue, set(9, bar(9, 1, "30")))).isEmpty();
  }

  @Test
  void chargesHalfTheSpreadAndRoundsToTheTickAgainstTheTrader() {
    Costs costs = Costs.ofBasisPoints(number("5"), number("1"));
    BigDecimal tick = number("0.01");
    assertThat(costs.price(Side.BUY, number("100"), tick)).isEqualByComparingTo("100.01");
    assertThat(costs.price(Side.BUY, number("100.01"), tick)).isEqualByComparingTo("100.03");
    assertThat(costs.price(Side.SELL, number("100"), tick)).isEqualByComparingTo("99.99");
    assertThat(costs.price(Side.SELL, number("100.01"), tick)).isEqualByComparingTo("99.99");
    assertThat(costs.fee(number("1234.5"))).isEqualByComparingTo("0.61725");
    Costs none = Costs.ofBasisPoints(BigDecimal.ZERO, BigDecimal.ZERO);
    assertThat(none.price(Side.BUY, number("100.01"), tick)).isEqualByComparingTo("100.01");
    assertThatThrownBy(() -> Costs.ofBasisPoints(number("0"), number("10000")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Costs.ofBasisPoints(number("-1"), number("0")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void checksTheFundsAgainAtTheFill() {
    SimulatedVenue exact = venue("10", "0", "200.2");
    exact.submit(order(1, 0, Side.BUY, "2"));
    assertThat(advance(exact, set(1, bar(1, 0, "100"))).getFirst()).isInstanceOf(Filled.class);
    SimulatedVenue short1 = venue("10", "0", "200.19");
    short1.submit(order(1, 0, Side.BUY, "2"));
    assertThat(advance(short1, set(1, bar(1, 0, "100"))))
        .containsExactly(new Rejected(key(1), Code.INSUFFICIENT_FUNDS_AT_FILL));
  }

  @Test
  void salesTradeBeforePurchasesThenByApproval() {
    SimulatedVenue venue = venue("0", "0", "1000");
    venue.submit(order(1, 0, Side.BUY, "1"));
    venue.submit(order(2, 0, Side.SELL, "1"));
    venue.submit(order(3, 0, Side.BUY, "1"));
    assertThat(advance(venue, set(1, bar(1, 0, "10"))))
        .extracting(report -> report.key().sequence())
        .containsExactly(2, 1, 3);
  }

  @Test
  void refusesAnotherVenuesOrderAndADuplicate() {
    SimulatedVenue venue = venue("0", "0", "1000");
    NewOrder order = order(1, 0, Side.BUY, "1");
    NewOrder stray =
        new NewOrder(
            "elsewhere",
            order.clientOrderId(),
            order.run(),
            order.key(),
            0,
            order.side(),
            order.type(),
            order.quantity(),
            order.reserve());
    assertThat(venue.submit(stray)).isEqualTo(new Rejected(key(1), Code.ORDER_VENUE_MISMATCH));
    assertThat(venue.submit(order)).isEqualTo(new Acknowledged(key(1)));
    assertThat(venue.submit(order)).isEqualTo(new Rejected(key(1), Code.ORDER_DUPLICATE));
    assertThat(advance(venue, set(1, bar(1, 0, "10")))).hasSize(1);
    assertThat(venue.submit(order)).isEqualTo(new Rejected(key(1), Code.ORDER_DUPLICATE));
  }

  @Test
  void whatStillRestsAtTheEndExpires() {
    SimulatedVenue venue = venue("0", "0", "1000");
    venue.submit(order(1, 0, Side.BUY, "1"));
    List<ExecutionReport> reports = new ArrayList<>();
    venue.end(reports::add);
    assertThat(reports).containsExactly(new Expired(key(1), Code.EXPIRED_END_OF_DATA));
    venue.end(reports::add);
    assertThat(reports).hasSize(1);
  }

  private static List<ExecutionReport> advance(SimulatedVenue venue, BarSet set) {
    List<ExecutionReport> reports = new ArrayList<>();
    venue.advance(set, reports::add);
    return reports;
  }

  private static SimulatedVenue venue(String fee, String halfSpread, String spendable) {
    return new SimulatedVenue(
        "sim",
        INSTRUMENTS,
        Costs.ofBasisPoints(number(fee), number(halfSpread)),
        _ -> number(spendable));
  }

  private static NewOrder order(int sequence, int instrument, Side side, String quantity) {
    RunId run = new RunId(new TeamId("alpha"), "run-00000001");
    return new NewOrder(
        "sim",
        run + "." + sequence,
        run,
        key(sequence),
        instrument,
        side,
        OrderType.MARKET,
        number(quantity),
        BigDecimal.ZERO);
  }

  private static OrderKey key(int sequence) {
    return new OrderKey(sequence);
  }

  private static BarSet set(int index, Bar... bars) {
    return new BarSet(index, index * 100 + 99, List.of(bars));
  }

  private static Bar bar(int index, int instrument, String open) {
    BigDecimal price = number(open);
    return new Bar(
        index,
        instrument,
        "stamp",
        index * 100L,
        index * 100L + 99,
        price,
        price,
        price,
        price,
        BigDecimal.ONE);
  }

  private static Instrument instrument(String id, String tick, String multiplier) {
    return new Instrument(id, "USD", number(tick), number("1"), number(multiplier));
  }

  private static BigDecimal number(String text) {
    return new BigDecimal(text);
  }
}
