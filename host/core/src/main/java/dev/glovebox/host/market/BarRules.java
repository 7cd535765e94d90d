package dev.glovebox.host.market;

import dev.glovebox.host.market.BarImport.SeriesBar;
import java.math.BigDecimal;

/**
 * What every bar of a series must hold, checked when it is written and again when it is read.
 *
 * <p>Counts what a header says: bars, gaps, price scale. One series each; not thread-safe.
 */
final class BarRules {
  /** Longest stamp, in characters. */
  static final int STAMP_CHARACTERS_MAX = 40;

  /** Years 0 to 10000, with room: differences cannot overflow. */
  static final long TIME_MICROS_LIMIT = 400_000_000_000_000_000L;

  /** Most digits before the point, and of what a long holds. */
  private static final int DIGITS_MAX = 18;

  private static final long MICROS_PER_SECOND = 1_000_000;

  private long bars;
  private long firstMicros;
  private long lastMicros;
  private long differenceDivisor;
  private int priceScale;

  /**
   * Checks the next bar and counts it.
   *
   * @throws IllegalArgumentException saying what is wrong; the bar is number {@link #bars}
   */
  void next(SeriesBar bar) {
    if (bars == SeriesHeader.BARS_MAX) {
      throw new IllegalArgumentException("more than " + SeriesHeader.BARS_MAX + " bars");
    }
    if (Math.abs(bar.openTimeMicros()) >= TIME_MICROS_LIMIT) {
      throw new IllegalArgumentException("a time outside the years 0 to 10000");
    }
    if (bars == 0) {
      firstMicros = bar.openTimeMicros();
    } else {
      if (bar.openTimeMicros() <= lastMicros) {
        throw new IllegalArgumentException("times must rise");
      }
      differenceDivisor = divisor(bar.openTimeMicros() - lastMicros, differenceDivisor);
    }
    checkStamp(bar.stamp());
    priceScale = Math.max(priceScale, price(bar.open()));
    priceScale = Math.max(priceScale, price(bar.high()));
    priceScale = Math.max(priceScale, price(bar.low()));
    priceScale = Math.max(priceScale, price(bar.close()));
    scale(bar.volume());
    if (bar.low().compareTo(bar.open().min(bar.close())) > 0
        || bar.high().compareTo(bar.open().max(bar.close())) < 0) {
      throw new IllegalArgumentException("open and close must lie between low and high");
    }
    lastMicros = bar.openTimeMicros();
    bars++;
  }

  /** Returns how many bars were taken. */
  long bars() {
    return bars;
  }

  /**
   * Returns the header of the bars taken.
   *
   * @throws IllegalArgumentException if there is none or they are not aligned to the interval
   */
  SeriesHeader header(long intervalSeconds, String stamp, boolean dateOnly) {
    if (intervalSeconds < 1 || intervalSeconds > SeriesHeader.INTERVAL_SECONDS_MAX) {
      throw new IllegalArgumentException("an interval outside its bounds");
    }
    long micros = intervalSeconds * MICROS_PER_SECOND;
    if (differenceDivisor % micros != 0) {
      throw new IllegalArgumentException("bars are not aligned to the interval");
    }
    long gaps = bars == 0 ? 0 : (lastMicros - firstMicros) / micros - (bars - 1);
    return new SeriesHeader(intervalSeconds, stamp, dateOnly, bars, priceScale, gaps);
  }

  private static void checkStamp(String stamp) {
    boolean sound = !stamp.isEmpty() && stamp.length() <= STAMP_CHARACTERS_MAX;
    for (int i = 0; sound && i < stamp.length(); i++) {
      char c = stamp.charAt(i);
      sound = c >= ' ' && c <= '~' && c != ',';
    }
    if (!sound) {
      throw new IllegalArgumentException("a stamp has 1 to 40 printable characters, no comma");
    }
  }

  private static int price(BigDecimal price) {
    if (price.signum() <= 0) {
      throw new IllegalArgumentException("a price is above zero");
    }
    return scale(price);
  }

  private static int scale(BigDecimal number) {
    if (number.signum() == 0) {
      return 0;
    }
    int scale = number.scale() <= 0 ? 0 : digitsAfterPoint(number);
    if (number.signum() < 0 || scale > SeriesHeader.SCALE_MAX) {
      throw new IllegalArgumentException("a number is negative or finer than 12 decimals");
    }
    if (number.precision() - number.scale() > DIGITS_MAX) {
      throw new IllegalArgumentException("a number has more than 18 digits");
    }
    return scale;
  }

  private static int digitsAfterPoint(BigDecimal number) {
    if (number.precision() > DIGITS_MAX) {
      return Math.max(0, number.stripTrailingZeros().scale());
    }
    int scale = number.scale();
    long mantissa = number.scaleByPowerOfTen(scale).longValueExact();
    while (scale > 0 && mantissa % 10 == 0) {
      mantissa /= 10;
      scale--;
    }
    return scale;
  }

  private static long divisor(long a, long b) {
    long larger = a;
    long smaller = b;
    while (smaller != 0) {
      long rest = larger % smaller;
      larger = smaller;
      smaller = rest;
    }
    return larger;
  }
}
