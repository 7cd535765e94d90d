package dev.glovebox.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class BarFileTest {
  private static final String HEADER = "time,open,high,low,close,volume\n";
  private static final String GOOD = "2024-01-02 10:00,10,12,9.5,11,100\n";
  private static final String NEXT = "2024-01-02 10:05,10,12,9.5,11,100\n";

  /** A bar as it would be sent. */
  private record Sent(
      String stamp, Instant open, List<Long> prices, int priceScale, long volume, int scale) {}

  @Test
  void goodFileGivesItsBars() throws Exception {
    Series series = series(HEADER + GOOD + NEXT);
    assertThat(series.intervalSeconds()).isEqualTo(300);
    assertThat(series.dateOnly()).isFalse();
    assertThat(series.priceScale()).isEqualTo(1);
    assertThat(series.gaps()).isZero();
    assertThat(sent(series))
        .containsExactly(
            new Sent(
                "2024-01-02 10:00",
                Instant.parse("2024-01-02T10:00:00Z"),
                List.of(100L, 120L, 95L, 110L),
                1,
                100,
                0),
            new Sent(
                "2024-01-02 10:05",
                Instant.parse("2024-01-02T10:05:00Z"),
                List.of(100L, 120L, 95L, 110L),
                1,
                100,
                0));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "datetime,open,high,low,close,volume",
        "date,volume,close,low,high,open",
        "\uFEFFtime,open,high,low,close,volume",
        "time,open,high,low,close,volume\r"
      })
  void headerForms(String header) throws Exception {
    String row = header.startsWith("date,") ? "2024-01-02 10:00,100,11,9.5,12,10" : GOOD.strip();
    String other = row.replace("10:00", "10:05");
    assertThat(sent(series(header + "\n" + row + "\n" + other)).getFirst().prices())
        .containsExactly(100L, 120L, 95L, 110L);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Time,open,high,low,close,volume",
        "open,time,high,low,close,volume",
        "time,open,high,low,close",
        "time,open,high,low,close,volume,extra",
        "time,open,high,low,close,close",
        "time,open,high,low,close,turnover",
        "time, open,high,low,close,volume",
        "\"time\",open,high,low,close,volume",
        "time;open;high;low;close;volume",
        "2024-01-02 10:00,10,12,9.5,11,100",
      })
  void headerThatIsNone(String header) {
    refused(header + "\n" + GOOD, "BAR_HEADER_INVALID", 1);
  }

  @ParameterizedTest
  @CsvSource({
    "2024-01-02,2024-01-02T00:00:00Z",
    "2024-01-02 10:00,2024-01-02T10:00:00Z",
    "2024-01-02T10:00,2024-01-02T10:00:00Z",
    "2024-01-02 10:00:07,2024-01-02T10:00:07Z",
    "2024-01-02T10:00:07Z,2024-01-02T10:00:07Z",
    "2024-01-02T10:00:07.5,2024-01-02T10:00:07.500Z",
    "2024-01-02T10:00:07.000001Z,2024-01-02T10:00:07.000001Z",
    "2024-01-02T10:00+02:00,2024-01-02T08:00:00Z",
    "2024-01-02 10:00:00.250000-0530,2024-01-02T15:30:00.250Z",
    "2024-01-02 10:00+01,2024-01-02T09:00:00Z",
    "2024-02-29 00:00:00,2024-02-29T00:00:00Z",
    "1969-12-31 23:59:59.999999,1969-12-31T23:59:59.999999Z",
    "0001-01-01 00:00,0001-01-01T00:00:00Z",
    "9999-12-31 23:59:59,9999-12-31T23:59:59Z",
  })
  void stampsAreReadAndGivenBackAsWritten(String stamp, Instant time) throws Exception {
    Sent bar = sent(read(HEADER + row(stamp), false, 60)).getFirst();
    assertThat(bar.open()).isEqualTo(time);
    assertThat(bar.stamp()).isEqualTo(stamp);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2024-1-02",
        "2024-02-30",
        "2023-02-29 10:00",
        "2024-13-01",
        "0000-01-01",
        "2024-01-02 24:00",
        "2024-01-02 10:60",
        "2024-01-02 10:00:60",
        "2024-01-02 10",
        "2024-01-02  10:00",
        "2024-01-02t10:00",
        "2024-01-02 10:00:00.",
        "2024-01-02 10:00:00.1234567",
        "2024-01-02 10:00.5",
        "2024-01-02 10:00z",
        "2024-01-02 10:00 Z",
        "2024-01-02 10:00ZZ",
        "2024-01-02Z",
        "2024-01-02 10:00+2",
        "2024-01-02 10:00+19:00",
        "2024-01-02 10:00+02:60",
        "1704189600",
        "20240102",
        " 2024-01-02",
        "02/01/2024",
        "",
      })
  void timeThatIsNone(String stamp) {
    refused(HEADER + row(stamp), "BAR_TIME_INVALID", 2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", ".5", "5.", "-5", "+5", "1e3", "1,5", " 5", "5 ", "NaN", "0x5", "1.2.3", "5\u00e9"
      })
  void numberThatIsNone(String number) {
    String code = number.contains(",") ? "BAR_FIELDS_INVALID" : "BAR_NUMBER_INVALID";
    refused(HEADER + "2024-01-02 10:00,10,12,9,11," + number + "\n", code, 2);
  }

  @ParameterizedTest
  @CsvSource({
    "999999999999999999,999999999999999999,0",
    "000000000000000007,7,0",
    "123456.123456789012,123456123456789012,12",
    "0.500000,5,1",
    "100.00,100,0",
    "0,0,0",
  })
  void numbersKeepTheirExactValue(String number, long mantissa, int scale) throws Exception {
    Sent bar =
        sent(read(HEADER + "2024-01-02 10:00,10,12,9,11," + number + "\n", false, 60)).getFirst();
    assertThat(bar.volume()).isEqualTo(mantissa);
    assertThat(bar.scale()).isEqualTo(scale);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1000000000000000000", "0000000000000000001", "1.1234567890123"})
  void numberOverItsDigits(String number) {
    refused(HEADER + "2024-01-02 10:00,10,12,9,11," + number + "\n", "BAR_LIMIT_DIGITS", 2);
  }

  @Test
  void pricesOfOneBarMustFitOneScale() {
    refused(HEADER + "2024-01-02 10:00,0.5,999999999999999999,0.5,0.5,1\n", "BAR_LIMIT_DIGITS", 2);
  }

  @ParameterizedTest
  @CsvSource({
    "0;12;9;11,BAR_PRICE_INVALID",
    "10;12;0.00;11,BAR_PRICE_INVALID",
    "10;12;10.5;11,BAR_OHLC_INVALID",
    "10;12;9;8.9,BAR_OHLC_INVALID",
    "10;10.9;9;11,BAR_OHLC_INVALID",
    "12.1;12;9;11,BAR_OHLC_INVALID",
  })
  void pricesThatCannotBe(String prices, String code) {
    refused(HEADER + GOOD + "2024-01-02 10:05," + prices.replace(';', ',') + ",1\n", code, 3);
  }

  @Test
  void pricesMayAllBeEqualAndVolumeZero() throws Exception {
    assertThat(series(HEADER + "2024-01-02,5,5,5,5,0\n").spool().bars()).isEqualTo(1);
  }

  @Test
  void timesRiseStrictly() {
    refused(HEADER + GOOD + GOOD, "BAR_DUPLICATE", 3);
    refused(HEADER + NEXT + GOOD, "BARS_NOT_INCREASING", 3);
    refused(HEADER + row("2024-01-02T10:00Z") + row("2024-01-02T12:00+02:00"), "BAR_DUPLICATE", 3);
  }

  @Test
  void fieldsAreCountedAndNeverQuoted() {
    refused(HEADER + "2024-01-02 10:00,10,12,9,11\n", "BAR_FIELDS_INVALID", 2);
    refused(HEADER + "2024-01-02 10:00,10,12,9,11,1,\n", "BAR_FIELDS_INVALID", 2);
    refused(HEADER + "2024-01-02 10:00,\"10\",12,9,11,1\n", "BAR_FIELD_QUOTED", 2);
  }

  @Test
  void blankLinesStandOnlyAtTheEnd() throws Exception {
    assertThat(series(HEADER + GOOD + NEXT + "\n\r\n").spool().bars()).isEqualTo(2);
    refused(HEADER + GOOD + "\n\n" + NEXT, "BAR_LINE_BLANK", 3);
    refused(HEADER + "\n" + GOOD, "BAR_LINE_BLANK", 2);
  }

  @Test
  void fileWithoutBarsIsRefused() {
    refused(HEADER, "BARS_MISSING", 2);
    refused("", "BARS_MISSING", 1);
  }

  @Test
  void bytesThatAreNoTextAreTold() {
    refused(HEADER + GOOD + "2024\u0000", "BAR_FILE_BINARY", 3);
    assertThatThrownBy(() ->
            file(BarLimits.DEFAULT, new byte[] {(byte) 0xFF, (byte) 0xFE, 't'}).finish(false, 0))
        .isInstanceOfSatisfying(
            BarFileException.class, e -> assertThat(e.code()).isEqualTo("BAR_FILE_BINARY"));
    refused(HEADER + GOOD.replace('\n', '\r') + NEXT, "BAR_FIELDS_INVALID", 2);
  }

  @Test
  void stampOfTheCloseMovesTheOpenBack() throws Exception {
    assertThat(sent(read(HEADER + GOOD + NEXT, true, 0)).getFirst().open())
        .isEqualTo(Instant.parse("2024-01-02T09:55:00Z"));
  }

  @Test
  void midnightsAreDaysWhateverStampsMean() throws Exception {
    String days = HEADER + row("2024-01-05 00:00:00") + row("2024-01-08 00:00:00");
    Series series = read(days, true, 0);
    assertThat(series.dateOnly()).isTrue();
    assertThat(series.intervalSeconds()).isEqualTo(86_400);
    assertThat(series.gaps()).isEqualTo(2);
    assertThat(sent(series).getFirst().open()).isEqualTo(Instant.parse("2024-01-05T00:00:00Z"));
  }

  @Test
  void givenIntervalOverridesDays() throws Exception {
    String weeks = HEADER + row("2024-01-01") + row("2024-01-08");
    Series series = read(weeks, true, 604_800);
    assertThat(series.dateOnly()).isFalse();
    assertThat(series.gaps()).isZero();
    assertThat(sent(series).getFirst().open()).isEqualTo(Instant.parse("2023-12-25T00:00:00Z"));
  }

  @Test
  void oneBarNeedsAnInterval() throws Exception {
    refused(HEADER + GOOD, "BAR_INTERVAL_REQUIRED", 2);
    assertThat(read(HEADER + GOOD, false, 60).intervalSeconds()).isEqualTo(60);
  }

  @Test
  void barsStandOnTheGridOfTheFirst() throws Exception {
    String late = row("2024-01-02 10:20") + row("2024-01-02 10:25");
    Series series = series(HEADER + GOOD + NEXT + late);
    assertThat(series.gaps()).isEqualTo(2);
    refused(HEADER + GOOD + NEXT + row("2024-01-02 10:11"), "BARS_MISALIGNED", 4);
    refused(
        HEADER + GOOD + row("2024-01-02 10:07") + NEXT.replace("05", "12"), "BARS_MISALIGNED", 3);
    assertThatThrownBy(() -> read(HEADER + GOOD + NEXT, false, 600))
        .isInstanceOfSatisfying(
            BarFileException.class, e -> assertThat(e.code()).isEqualTo("BARS_MISALIGNED"));
  }

  @Test
  void intervalIsWholeSeconds() {
    refused(
        HEADER + row("2024-01-02 10:00:00.5") + row("2024-01-02 10:00:01"),
        "BAR_INTERVAL_INVALID",
        3);
  }

  @Test
  void limitsHoldAtTheLimit() throws Exception {
    String text = HEADER + GOOD + NEXT;
    BarLimits exact = new BarLimits(text.length(), GOOD.length() - 1, 2);
    assertThat(file(exact, text.getBytes(StandardCharsets.UTF_8)).finish(false, 0).gaps()).isZero();
    limited(new BarLimits(text.length() - 1, 512, 2), text, "BAR_LIMIT_FILE_BYTES", 3);
    limited(new BarLimits(1000, GOOD.length() - 2, 2), text, "BAR_LIMIT_LINE_BYTES", 2);
    limited(new BarLimits(1000, 512, 1), text, "BAR_LIMIT_BARS", 3);
  }

  @Test
  void lineWithoutEndDoesNotGrow() {
    limited(BarLimits.DEFAULT, HEADER + "1".repeat(1 << 20), "BAR_LIMIT_LINE_BYTES", 2);
  }

  @Test
  void spoolGivesBackWhatItTook() {
    SplittableRandom random = new SplittableRandom(11);
    BarSpool spool = new BarSpool();
    List<String> taken = new ArrayList<>();
    Bar bar = new Bar();
    long time = -62_135_596_800_000_000L;
    for (int i = 0; i < 100_000; i++) {
      time += random.nextLong(1, 1_000_000_000_000L);
      bar.stampMicros = time;
      bar.form = new StampForm(' ', 3, random.nextInt(7), "", 0);
      bar.low = random.nextLong(1, 1L << random.nextInt(1, 59));
      bar.open = bar.low + random.nextInt(1000);
      bar.close = bar.low + random.nextInt(1000);
      bar.high = Math.max(bar.open, bar.close) + random.nextInt(1000);
      bar.priceScale = random.nextInt(13);
      bar.volume = random.nextLong(1_000_000_000_000_000_000L);
      bar.volumeScale = random.nextInt(13);
      spool.append(bar);
      taken.add(text(bar));
    }
    BarSpool.Reader reader = spool.reader();
    Bar read = new Bar();
    for (String expected : taken) {
      reader.next(read);
      assertThat(text(read)).isEqualTo(expected);
    }
  }

  private static String text(Bar bar) {
    return List.of(
            bar.stampMicros,
            bar.form,
            bar.open,
            bar.high,
            bar.low,
            bar.close,
            bar.priceScale,
            bar.volume,
            bar.volumeScale)
        .toString();
  }

  private static String row(String stamp) {
    return stamp + ",10,12,9.5,11,100\n";
  }

  private static Series series(String text) throws Exception {
    return read(text, false, 0);
  }

  private static Series read(String text, boolean stampIsClose, long interval) throws Exception {
    return file(BarLimits.DEFAULT, text.getBytes(StandardCharsets.UTF_8))
        .finish(stampIsClose, interval);
  }

  /** Feeds the file in small pieces, so that every line crosses some of their ends. */
  private static BarFile file(BarLimits limits, byte[] bytes) throws BarFileException, IOException {
    BarFile file = new BarFile(limits);
    int piece = Math.max(7, bytes.length / 1000);
    ByteArrayInputStream in = new ByteArrayInputStream(bytes);
    while (in.available() > 0) {
      file.accept(in.readNBytes(piece));
    }
    return file;
  }

  private static void refused(String text, String code, int line) {
    limited(BarLimits.DEFAULT, text, code, line);
  }

  private static void limited(BarLimits limits, String text, String code, int line) {
    assertThatThrownBy(() -> file(limits, text.getBytes(StandardCharsets.UTF_8)).finish(false, 0))
        .isInstanceOfSatisfying(
            BarFileException.class,
            e -> {
              assertThat(e.code()).isEqualTo(code);
              assertThat(e.line()).isEqualTo(line);
            });
  }

  private static List<Sent> sent(Series series) {
    List<Sent> bars = new ArrayList<>();
    BarSpool.Reader reader = series.spool().reader();
    Bar bar = new Bar();
    for (int i = 0; i < series.spool().bars(); i++) {
      reader.next(bar);
      bars.add(
          new Sent(
              bar.form.text(bar.stampMicros),
              Instant.EPOCH.plus(bar.stampMicros - series.stampShiftMicros(), ChronoUnit.MICROS),
              List.of(bar.open, bar.high, bar.low, bar.close),
              bar.priceScale,
              bar.volume,
              bar.volumeScale));
    }
    return bars;
  }
}
