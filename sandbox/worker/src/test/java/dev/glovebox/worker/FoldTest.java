package dev.glovebox.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glovebox.proto.worker.v1.Bar;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Bars of a longer interval. */
@Timeout(120)
class FoldTest {
  private static final long HOUR_MICROS = 3_600_000_000L;
  private static final String SHOW =
      "ctx.log(f'{week.open_time:%m-%d %H:%M} {week.close_time:%m-%d %H:%M} {week.exact.open}"
          + " {week.exact.high} {week.exact.low} {week.exact.close} {week.exact.volume}')\n";

  @Test
  void makesHoursOfRealFiveMinutesWithGaps() {
    PriceSeries series = PriceSeries.bitcoin().first(700);
    InProcess.Run run =
        run(
            series.bars(),
            """
            longer = self.fold.update(bar)
            if longer is not None:
                assert longer is self.fold.value and longer.close_time <= ctx.now
                assert longer.close == float(longer.exact.close)
            for one in self.fold.closed:
                ctx.log(f"{one.exact.open} {one.exact.high} {one.exact.low} {one.exact.close}"
                        f" {one.exact.volume} {one.close_time.timestamp():.0f}")
            """,
            "1h");
    assertThat(run.log()).hasSizeGreaterThan(50).isEqualTo(hours(series.bars()));
  }

  /** The hours that have ended by the last bar, by other means. */
  private static List<String> hours(List<Bar> bars) {
    Map<Long, List<Bar>> windows =
        bars.stream()
            .collect(
                Collectors.groupingBy(
                    bar -> bar.getOpenTimeUs() / HOUR_MICROS,
                    LinkedHashMap::new,
                    Collectors.toList()));
    long last = bars.getLast().getCloseTimeUs() / HOUR_MICROS;
    return windows.entrySet().stream()
        .filter(window -> window.getKey() < last)
        .map(window -> {
          List<Bar> inside = window.getValue();
          return String.join(
              " ",
              text(inside.getFirst().getOpen(), 6),
              text(inside.stream().mapToLong(Bar::getHigh).max().orElseThrow(), 6),
              text(inside.stream().mapToLong(Bar::getLow).min().orElseThrow(), 6),
              text(inside.getLast().getClose(), 6),
              text(inside.stream().mapToLong(Bar::getVolume).sum(), 8),
              Long.toString((window.getKey() + 1) * 3_600));
        })
        .toList();
  }

  private static String text(long mantissa, int scale) {
    return BigDecimal.valueOf(mantissa, scale).stripTrailingZeros().toPlainString();
  }

  @Test
  void closesWithTheBarThatEndsTheWindowOrTheFirstAfterIt() {
    // 30 minutes each; 10:30 and 11:00 are missing, and 12:30.
    List<Bar> bars = halfHours("09:30", "10:00", "11:30", "12:00", "13:00", "13:30");
    InProcess.Run run =
        run(
            bars,
            """
            longer = self.fold.update(bar)
            shown = [f"{one.open_time:%H:%M}" for one in self.fold.closed]
            ctx.log(f"{bar.open_time:%H:%M} {shown} {longer and longer.volume}")
            """,
            "1h");
    assertThat(run.log())
        .containsExactly(
            "09:30 ['09:00'] 1000.0",
            "10:00 [] None",
            "11:30 ['10:00', '11:00'] 1000.0",
            "12:00 [] None",
            "13:00 ['12:00'] 1000.0",
            "13:30 ['13:00'] 2000.0");
  }

  @Test
  void alignsDaysToMidnightAndWeeksToMonday() {
    // Daily bars without weekends from Thursday 2024-01-04.
    List<Bar> bars =
        IntStream.of(4, 5, 8, 9, 10, 11, 12, 15)
            .mapToObj(day ->
                at(
                    LocalDate.of(2024, 1, day).atStartOfDay(ZoneOffset.UTC).toInstant(),
                    Duration.ofDays(1),
                    10_000 + day))
            .toList();
    InProcess.Run run = run(bars, "week = self.fold.update(bar)\nif week:\n    " + SHOW, "1w");
    assertThat(run.log())
        .containsExactly(
            "01-01 00:00 01-08 00:00 100.04 101.05 99.04 100.05 2000",
            "01-08 00:00 01-15 00:00 100.08 101.12 99.08 100.12 5000");
  }

  @Test
  void refusesBarsThatDoNotFit() {
    List<Bar> bars = halfHours("09:30", "10:00");
    InProcess.Run run =
        run(
            bars,
            """
            for interval in ("15m", "20m", "25m"):
                try:
                    Fold(interval).update(bar)
                    assert False, interval
                except ValueError as e:
                    assert "longer than its window" in str(e)
            fold = Fold("1d")
            fold.update(bar)
            for again in (bar, ctx.history(2)[0]):
                try:
                    fold.update(again)
                    assert False
                except ValueError as e:
                    assert "in order" in str(e)
            if ctx.bar_index > 0:
                fold = Fold("30m")
                fold.update(ctx.history(2)[0])
                try:
                    fold.update(tuple.__new__(type(bar), ("MSFT",) + tuple(bar)[1:]))
                    assert False
                except ValueError as e:
                    assert "one Fold for each instrument" in str(e)
            day = Fold("30m").update(bar)
            assert (day.open, day.close, day.open_time) == (bar.open, bar.close, bar.open_time)
            assert day == bar or day.exact.close == bar.exact.close
            assert [Fold(i).interval for i in ("90s", "4H", "1D", "7d", "1W", " 5m ")]
            ctx.log("seen")
            """,
            "1h");
    assertThat(run.log()).containsExactly("seen", "seen");
  }

  private static List<Bar> halfHours(String... opens) {
    List<Bar> bars = new ArrayList<>();
    for (String open : opens) {
      bars.add(at(Instant.parse("2024-01-04T" + open + ":00Z"), Duration.ofMinutes(30), 10_000));
    }
    return bars;
  }

  private static Bar at(Instant open, Duration length, long cents) {
    long micros = ChronoUnit.MICROS.between(Instant.EPOCH, open);
    return Bar.newBuilder()
        .setOpenTimeUs(micros)
        .setCloseTimeUs(micros + length.toNanos() / 1_000)
        .setOpen(cents)
        .setHigh(cents + 100)
        .setLow(cents - 100)
        .setClose(cents)
        .setPriceScale(2)
        .setVolume(1_000)
        .build();
  }

  private static InProcess.Run run(List<Bar> bars, String body, String interval) {
    String source =
        "from glovebox import Strategy\nfrom glovebox.bars import Fold\nclass S(Strategy):\n"
            + "    def __init__(self):\n        self.fold = Fold('"
            + interval
            + "')\n    def on_bar(self, ctx, bar):\n"
            + body.indent(8);
    InProcess.Run run =
        InProcess.run(Strategies.start(source, Map.of()).build(), new Market(bars), 16);
    assertThat(run.fault()).isEmpty();
    return run;
  }
}
