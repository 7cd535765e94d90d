package dev.glovebox.host.market;

import java.math.BigDecimal;

/**
 * What every tick must hold, checked when it is written and again when it is read. Counts what a
 * header says. One tape each; not thread-safe.
 */
final class TickRules {
  private static final BigDecimal NUMBER_LIMIT = BigDecimal.TEN.pow(18);

  private long ticks;
  private long lastMicros;
  private int priceScale;

  /**
   * Checks the next tick and counts it.
   *
   * @throws IllegalArgumentException saying what is wrong; the tick is number {@link #ticks}
   */
  void next(Tick tick) {
    if (ticks == TickHeader.TICKS_MAX) {
      throw new IllegalArgumentException("more than " + TickHeader.TICKS_MAX + " ticks");
    }
    if (tick.timeMicros() < lastMicros || tick.timeMicros() >= BarRules.TIME_MICROS_LIMIT) {
      throw new IllegalArgumentException("times must not go back, and end with the year 9999");
    }
    if (tick.price().signum() <= 0) {
      throw new IllegalArgumentException("a price is above zero");
    }
    priceScale = Math.max(priceScale, scale(tick.price()));
    int _ = scale(tick.amount());
    lastMicros = tick.timeMicros();
    ticks++;
  }

  /** Returns how many ticks were taken. */
  long ticks() {
    return ticks;
  }

  /** Returns the header of the ticks taken; throws if there is none. */
  TickHeader header() {
    return new TickHeader(ticks, priceScale);
  }

  private static int scale(BigDecimal number) {
    int scale = number.signum() == 0 ? 0 : Math.max(0, number.stripTrailingZeros().scale());
    if (number.signum() < 0
        || scale > SeriesHeader.SCALE_MAX
        || number.compareTo(NUMBER_LIMIT) >= 0) {
      throw new IllegalArgumentException(
          "a number is negative, finer than 12 decimals or above 18 digits");
    }
    return scale;
  }
}
