package dev.glovebox.session;

import dev.glovebox.proto.worker.v1.Decimal;
import dev.glovebox.proto.worker.v1.ImportDone;
import dev.glovebox.proto.worker.v1.ImportedBar;
import dev.glovebox.proto.worker.v1.ImportedBars;
import java.util.ArrayList;
import java.util.List;

/**
 * Checks the bars of one import again, by other code than wrote them: order, prices, alignment and
 * every figure of the summary. Not thread-safe; one import each.
 */
final class BarChecks {
  static final long BARS_MAX = 10_000_000;
  static final int SCALE_MAX = 12;
  static final long MANTISSA_LIMIT = 1_000_000_000_000_000_000L;
  private static final int STAMP_CHARS_MAX = 40;
  private static final long MICROS_PER_SECOND = 1_000_000;
  private static final long DAY_SECONDS = 86_400;

  /** Years 0 to 10000, with room: differences cannot overflow. */
  private static final long TIME_MICROS_LIMIT = 400_000_000_000_000_000L;

  private final long intervalAsked;
  private long bars;
  private long firstMicros;
  private long lastMicros;
  private long differenceDivisor;
  private int lastLine;
  private int priceScale;

  BarChecks(long intervalAsked) {
    this.intervalAsked = intervalAsked;
  }

  List<BarRow> rows(ImportedBars frame) throws HelperException {
    List<BarRow> rows = new ArrayList<>(frame.getBarsCount());
    for (ImportedBar bar : frame.getBarsList()) {
      rows.add(row(bar));
    }
    return rows;
  }

  private BarRow row(ImportedBar bar) throws HelperException {
    long micros = bar.getOpenTimeUs();
    // The least long has no absolute value.
    require(micros > -TIME_MICROS_LIMIT && micros < TIME_MICROS_LIMIT, "a time");
    require(bars < BARS_MAX, "too many bars");
    require(bar.getLine() > lastLine, "lines that do not rise");
    if (bars == 0) {
      firstMicros = micros;
    } else {
      require(micros > lastMicros, "times that do not rise");
      differenceDivisor = greatestCommonDivisor(micros - lastMicros, differenceDivisor);
    }
    lastMicros = micros;
    lastLine = bar.getLine();
    bars++;
    int scale = bar.getOpen().getScale();
    BarRow row =
        new BarRow(
            micros,
            stamp(bar.getStamp()),
            price(bar.getOpen(), scale),
            price(bar.getHigh(), scale),
            price(bar.getLow(), scale),
            price(bar.getClose(), scale),
            scale,
            mantissa(bar.getVolume()),
            bar.getVolume().getScale(),
            bar.getLine());
    require(
        row.low() <= Math.min(row.open(), row.close())
            && Math.max(row.open(), row.close()) <= row.high(),
        "prices outside low and high");
    priceScale = Math.max(priceScale, scale);
    return row;
  }

  private static String stamp(String stamp) throws HelperException {
    require(!stamp.isEmpty() && stamp.length() <= STAMP_CHARS_MAX, "a stamp's length");
    for (int i = 0; i < stamp.length(); i++) {
      require(stamp.charAt(i) >= ' ' && stamp.charAt(i) <= '~', "a stamp's characters");
    }
    return stamp;
  }

  private static long price(Decimal price, int scale) throws HelperException {
    require(price.getScale() == scale && price.getMantissa() > 0, "a price");
    return mantissa(price);
  }

  private static long mantissa(Decimal number) throws HelperException {
    require(
        number.getMantissa() >= 0
            && number.getMantissa() < MANTISSA_LIMIT
            && number.getScale() >= 0
            && number.getScale() <= SCALE_MAX,
        "a number");
    return number.getMantissa();
  }

  ImportSummary summary(ImportDone done) throws HelperException {
    long interval = done.getIntervalSeconds();
    require(bars > 0 && done.getBars() == bars, "a count of bars");
    require(interval > 0 && interval < TIME_MICROS_LIMIT / MICROS_PER_SECOND, "an interval");
    require(intervalAsked == 0 || interval == intervalAsked, "an interval that was not asked for");
    require(!done.getDateOnly() || interval == DAY_SECONDS, "days of another length");
    long intervalMicros = interval * MICROS_PER_SECOND;
    require(differenceDivisor % intervalMicros == 0, "bars that are not aligned");
    require(done.getPriceScale() == priceScale, "a price scale");
    long gaps = (lastMicros - firstMicros) / intervalMicros - (bars - 1);
    require(done.getGaps() == gaps, "a count of gaps");
    return new ImportSummary(bars, interval, done.getDateOnly(), priceScale, gaps);
  }

  private static long greatestCommonDivisor(long a, long b) {
    long larger = a;
    long smaller = b;
    while (smaller != 0) {
      long rest = larger % smaller;
      larger = smaller;
      smaller = rest;
    }
    return larger;
  }

  private static void require(boolean holds, String what) throws HelperException {
    if (!holds) {
      throw HelperException.violation("an import with " + what + " outside its bounds");
    }
  }
}
