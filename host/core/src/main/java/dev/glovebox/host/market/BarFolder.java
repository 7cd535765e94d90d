package dev.glovebox.host.market;

import dev.glovebox.host.market.BarImport.SeriesBar;
import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Refusal;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/**
 * Folds ticks into closed bars of one length, aligned to 1970-01-01T00:00:00Z: open is the first
 * price in {@code [open time, close time)}, close the last, volume the exact sum of the amounts. An
 * interval without a tick leaves no bar: a gap.
 *
 * <p>The forming bar stays inside. Not thread-safe.
 */
final class BarFolder {
  private static final long MICROS_PER_SECOND = 1_000_000;

  /** Most digits of a volume: what the worker's protocol carries. */
  private static final int VOLUME_DIGITS_MAX = 18;

  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

  private final long intervalMicros;
  private final boolean stampIsClose;
  private boolean forming;
  private long openTime;
  private BigDecimal open = BigDecimal.ZERO;
  private BigDecimal high = BigDecimal.ZERO;
  private BigDecimal low = BigDecimal.ZERO;
  private BigDecimal close = BigDecimal.ZERO;
  private BigDecimal volume = BigDecimal.ZERO;

  /**
   * Folds into bars of {@code intervalSeconds}.
   *
   * @param stamp {@code open} or {@code close}: which end of a bar its stamp names
   */
  BarFolder(long intervalSeconds, String stamp) {
    this.intervalMicros = intervalSeconds * MICROS_PER_SECOND;
    this.stampIsClose = stamp.equals("close");
  }

  /** Returns whether a bar is forming. */
  boolean forming() {
    return forming;
  }

  /** Returns when the forming bar closes. */
  long closeTimeMicros() {
    return openTime + intervalMicros;
  }

  /** Takes a tick no earlier than those before; returns the bar that it shows to be closed. */
  Optional<SeriesBar> add(Tick tick) {
    long at = Math.floorDiv(tick.timeMicros(), intervalMicros) * intervalMicros;
    Optional<SeriesBar> closed = forming && at > openTime ? Optional.of(close()) : Optional.empty();
    if (forming) {
      high = high.max(tick.price());
      low = low.min(tick.price());
      volume = volume.add(tick.amount());
    } else {
      forming = true;
      openTime = at;
      open = tick.price();
      high = tick.price();
      low = tick.price();
      volume = tick.amount();
    }
    close = tick.price();
    return closed;
  }

  /**
   * Closes the forming bar.
   *
   * @throws Refusal BAR_LIMIT_DIGITS if its volume has more than 18 digits
   */
  SeriesBar close() {
    if (!forming) {
      throw new IllegalStateException("no bar is forming");
    }
    forming = false;
    String stamp = stamp(stampIsClose ? closeTimeMicros() : openTime);
    BigDecimal sum = volume.signum() == 0 ? BigDecimal.ZERO : volume.stripTrailingZeros();
    if (Math.max(sum.precision(), sum.precision() - sum.scale()) > VOLUME_DIGITS_MAX) {
      throw new Refusal(
          Code.BAR_LIMIT_DIGITS, "the volume of the bar " + stamp + " has more than 18 digits");
    }
    return new SeriesBar(openTime, stamp, open, high, low, close, sum);
  }

  private static String stamp(long micros) {
    return STAMP.format(
        LocalDateTime.ofEpochSecond(Math.floorDiv(micros, MICROS_PER_SECOND), 0, ZoneOffset.UTC));
  }
}
