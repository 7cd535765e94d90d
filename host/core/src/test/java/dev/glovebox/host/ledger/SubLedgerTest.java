package dev.glovebox.host.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glovebox.host.ledger.LedgerTransaction.Entry;
import dev.glovebox.host.model.Instrument;
import dev.glovebox.host.model.OrderKey;
import dev.glovebox.host.model.RunId;
import dev.glovebox.host.model.Side;
import dev.glovebox.host.model.TeamId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class SubLedgerTest {
  private static final Instrument FUTURE =
      new Instrument("F", "USD", number("0.25"), BigDecimal.ONE, number("50"));

  @Test
  void entriesSumToZeroAfterEveryEventAndNothingIsRounded() {
    SubLedger books = books("1000000");
    Random random = new Random(7);
    for (int i = 0; i < 1000; i++) {
      BigDecimal quantity = BigDecimal.valueOf(1 + random.nextInt(3));
      boolean held = books.position(0).compareTo(quantity) >= 0;
      Side side = held && random.nextBoolean() ? Side.SELL : Side.BUY;
      BigDecimal value =
          quantity.multiply(new BigDecimal(1 + random.nextInt(100_000)).movePointLeft(7));
      LedgerTransaction booked =
          books.trade(new Trade(0, side, quantity, value, value.multiply(number("0.00037"))));
      assertThat(booked.entries()).hasSize(3);
      assertThat(books.trialBalance()).isEqualByComparingTo("0");
    }
    assertThat(books.cash().add(books.balance(LedgerAccount.TRADES)).add(books.fees()))
        .isEqualByComparingTo("1000000");
  }

  @Test
  void equityIsCashAndPositionsAtTheirMarkTimesMultiplier() {
    SubLedger books = books("100000");
    books.trade(new Trade(0, Side.BUY, number("2"), number("10000"), number("1.5")));
    assertThat(books.cash()).isEqualByComparingTo("89998.5");
    assertThat(books.positionValue(List.of(number("101.25")))).isEqualByComparingTo("10125");
  }

  @Test
  void availableIsCashLessReservesAndAReleaseGivesBack() {
    SubLedger books = books("100");
    books.reserve(new OrderKey(1), number("60"));
    assertThat(books.available()).isEqualByComparingTo("40");
    assertThat(books.reservedFor(new OrderKey(1))).isEqualByComparingTo("60");
    assertThatThrownBy(() -> books.reserve(new OrderKey(2), number("40.01")))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> books.reserve(new OrderKey(1), number("1")))
        .isInstanceOf(IllegalStateException.class);
    books.reserve(new OrderKey(2), number("40"));
    books.release(new OrderKey(1));
    assertThat(books.available()).isEqualByComparingTo("60");
    books.release(new OrderKey(2));
    books.release(new OrderKey(3));
    assertThat(books.available()).isEqualByComparingTo("100");
  }

  @Test
  void aCashAccountNeitherBorrowsNorSellsShort() {
    SubLedger books = books("100");
    assertThatThrownBy(() -> books.trade(buy("1", "100", "0.01")))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(
            () -> books.trade(new Trade(0, Side.SELL, number("1"), number("1"), number("0"))))
        .isInstanceOf(IllegalStateException.class);
    assertThat(books.cash()).isEqualByComparingTo("100");
    assertThat(books.position(0)).isEqualByComparingTo("0");
    books.trade(buy("1", "100", "0"));
    assertThat(books.cash()).isEqualByComparingTo("0");
  }

  @Test
  void refusesAnUnbalancedTransactionAndASecondCurrency() {
    assertThatThrownBy(() ->
            new LedgerTransaction(
                List.of(
                    new Entry(LedgerAccount.CASH, "USD", number("1")),
                    new Entry(LedgerAccount.FEES, "EUR", number("-1")))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new SubLedger("EUR", number("1"), List.of(FUTURE)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> books("0")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void anAccountIsTheSumOfItsRuns() {
    AccountLedger account = new AccountLedger("alpha/agent");
    TeamId team = new TeamId("alpha");
    RunId first = new RunId(team, "run-00000001");
    SubLedger books = account.open(first, "USD", number("100"), List.of(FUTURE));
    SubLedger other =
        account.open(new RunId(team, "run-00000002"), "USD", number("50"), List.of(FUTURE));
    books.trade(buy("1", "30", "1"));
    assertThat(account.cash("USD")).isEqualByComparingTo("119");
    assertThat(account.cash("EUR")).isEqualByComparingTo("0");
    assertThat(other.cash()).isEqualByComparingTo("50");
    assertThatThrownBy(() -> account.open(first, "USD", number("1"), List.of(FUTURE)))
        .isInstanceOf(IllegalStateException.class);
  }

  private static Trade buy(String quantity, String value, String fee) {
    return new Trade(0, Side.BUY, number(quantity), number(value), number(fee));
  }

  private static SubLedger books(String capital) {
    return new SubLedger("USD", number(capital), List.of(FUTURE));
  }

  private static BigDecimal number(String text) {
    return new BigDecimal(text);
  }
}
