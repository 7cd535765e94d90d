package dev.glovebox.host.market;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glovebox.host.market.BarImport.SeriesBar;
import dev.glovebox.host.model.Bar;
import dev.glovebox.host.model.BarSet;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Bars that the host makes from bars; every excerpt is held to the rules of an import. */
final class BarExcerptTest {
  private static final long DAY_SECONDS = 86_400;
  private static final long MICROS = 1_000_000;

  @Test
  void aMirroredFutureGoesTheOtherWayAndLeavesThePastAlone() {
    BarExcerpt bars = BarExcerpt.of(DAY_SECONDS, rising("2013-01-01T00:00:00Z", 40, "10", "0.25"));
    BarExcerpt other = bars.withFuture(9, new OtherFuture.Mirrored());
    assertThat(other.sets().subList(0, 10)).isEqualTo(bars.sets().subList(0, 10));
    assertThat(other.size()).isEqualTo(40);
    for (int i = 10; i < 40; i++) {
      Bar was = bar(bars, i);
      Bar is = bar(other, i);
      assertThat(is.openTimeMicros()).isEqualTo(was.openTimeMicros());
      assertThat(was.close()).isGreaterThan(bar(bars, 9).close());
      assertThat(is.close()).isLessThan(bar(bars, 9).close());
    }
  }

  @Test
  void aNoisyFutureIsTheSameForTheSameSeedAndAnotherForAnother() {
    BarExcerpt bars = BarExcerpt.of(DAY_SECONDS, rising("2013-01-01T00:00:00Z", 40, "10", "0.25"));
    List<BarSet> one = bars.withFuture(9, new OtherFuture.Noisy(1)).sets();
    assertThat(one).isEqualTo(bars.withFuture(9, new OtherFuture.Noisy(1)).sets());
    assertThat(one).isNotEqualTo(bars.withFuture(9, new OtherFuture.Noisy(2)).sets());
    assertThat(one.subList(0, 10)).isEqualTo(bars.sets().subList(0, 10));
    assertThat(bar(bars, 10)).isNotEqualTo(one.get(10).bars().getFirst());
  }

  @Test
  void pricesAtTheEdgesOfTheirRangeStayValid() {
    for (String price : List.of("0.000000000001", "999999.999999999999", "99999999999999999")) {
      BarExcerpt bars = BarExcerpt.of(DAY_SECONDS, rising("2013-01-01T00:00:00Z", 6, price, "0"));
      assertThat(bars.withFuture(1, new OtherFuture.Mirrored()).size()).isEqualTo(6);
      for (Bar bar :
          bars.withFuture(1, new OtherFuture.Noisy(7)).sets().stream()
              .map(set -> set.bars().getFirst())
              .toList()) {
        assertThat(bar.high().signum()).isPositive();
        assertThat(bar.high().unscaledValue().toString().length()).isLessThanOrEqualTo(18);
      }
    }
  }

  @Test
  void aShiftKeepsWeekdayAndDayOfTheYear() {
    check("1996-02-27T00:00:00Z", 28);
    check("2024-02-27T15:30:00Z", 28);
    check("2071-12-30T00:00:00Z", 28);
    // 2100 and 1900 are no leap years: 28 years across them lose the phase.
    check("2072-03-01T00:00:00Z", 400);
    check("1899-12-30T00:00:00Z", 400);
  }

  private static void check(String first, int years) {
    BarExcerpt bars = BarExcerpt.of(DAY_SECONDS, rising(first, 5, "10", "1"));
    assertThat(bars.shift().years()).isEqualTo(years);
    BarExcerpt moved = bars.shifted(bars.shift());
    for (int i = 0; i < 5; i++) {
      LocalDateTime was = time(bar(bars, i));
      LocalDateTime is = time(bar(moved, i));
      assertThat(is).isEqualTo(was.plusYears(years));
      assertThat(is.getDayOfWeek()).isEqualTo(was.getDayOfWeek());
      assertThat(is.getDayOfYear()).isEqualTo(was.getDayOfYear());
      assertThat(bar(moved, i).close()).isEqualTo(bar(bars, i).close());
    }
  }

  @Test
  void shorterLaterAndScaledBarsAreThoseOfTheSeries() {
    BarExcerpt bars = BarExcerpt.of(DAY_SECONDS, rising("2013-01-01T00:00:00Z", 10, "10", "1"));
    assertThat(bars.first(4).sets()).isEqualTo(bars.sets().subList(0, 4));
    assertThat(bar(bars.from(3), 0).openTimeMicros()).isEqualTo(bar(bars, 3).openTimeMicros());
    assertThat(bar(bars.from(3), 0).index()).isZero();
    assertThat(bar(bars.scaled(2), 5).close()).isEqualByComparingTo("30");
    Feed feed = bars.first(2).feed();
    assertThat(feed.next()).contains(bars.sets().get(0));
    assertThat(feed.next()).contains(bars.sets().get(1));
    assertThat(feed.next()).isEmpty();
  }

  private static Bar bar(BarExcerpt bars, int index) {
    return bars.sets().get(index).bars().getFirst();
  }

  private static LocalDateTime time(Bar bar) {
    return LocalDateTime.ofEpochSecond(bar.openTimeMicros() / MICROS, 0, ZoneOffset.UTC);
  }

  private static List<SeriesBar> rising(String first, int count, String from, String step) {
    long open = Instant.parse(first).getEpochSecond() * MICROS;
    List<SeriesBar> bars = new ArrayList<>();
    BigDecimal price = new BigDecimal(from);
    for (int i = 0; i < count; i++) {
      bars.add(
          new SeriesBar(
              open + i * DAY_SECONDS * MICROS,
              "stamp",
              price,
              price,
              price,
              price,
              BigDecimal.valueOf(i)));
      price = price.add(new BigDecimal(step));
    }
    return bars;
  }
}
