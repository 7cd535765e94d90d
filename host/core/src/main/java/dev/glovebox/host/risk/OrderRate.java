package dev.glovebox.host.risk;

import dev.glovebox.host.risk.RiskCheck.Objection;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Orders placed in the windows of a bar set, a minute and a UTC day. Minute and day are those of
 * the set's closeTime, so a simulation counts as a live run does. Only allowed orders count.
 *
 * <p>Not thread-safe: the run loop is the one writer.
 */
public final class OrderRate {
  private static final long MICROS_PER_MINUTE = 60_000_000L;
  private static final long MICROS_PER_DAY = 24 * 60 * MICROS_PER_MINUTE;

  private long minute = Long.MIN_VALUE;
  private long day = Long.MIN_VALUE;
  private int inBar;
  private int inMinute;
  private int inDay;

  /** Starts the windows of the next bar set. */
  public void startSet(long closeTimeMicros) {
    inBar = 0;
    long nextMinute = Math.floorDiv(closeTimeMicros, MICROS_PER_MINUTE);
    if (nextMinute != minute) {
      minute = nextMinute;
      inMinute = 0;
    }
    long nextDay = Math.floorDiv(closeTimeMicros, MICROS_PER_DAY);
    if (nextDay != day) {
      day = nextDay;
      inDay = 0;
    }
  }

  /** Counts one order. */
  public void count() {
    inBar++;
    inMinute++;
    inDay++;
  }

  Optional<Objection> objection(Limits limits) {
    return beyond(inBar, OptionalInt.of(limits.ordersPerBarMax()))
        .or(() -> beyond(inMinute, limits.ordersPerMinuteMax()))
        .or(() -> beyond(inDay, limits.ordersPerDayMax()));
  }

  private static Optional<Objection> beyond(int placed, OptionalInt max) {
    return max.isPresent() && placed >= max.getAsInt()
        ? Objection.of(Integer.toString(placed + 1), Integer.toString(max.getAsInt()))
        : Optional.empty();
  }
}
