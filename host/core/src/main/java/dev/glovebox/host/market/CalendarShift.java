package dev.glovebox.host.market;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * Whole years by which bars move ahead so that every date keeps its weekday and its place in the
 * leap cycle: 28, the period of the calendar between two common century years; 400, the period of
 * the whole Gregorian calendar, where one of those lies in between.
 */
public record CalendarShift(int years, long days) {
  private static final CalendarShift SHORT = new CalendarShift(28, 10_227);
  private static final CalendarShift LONG = new CalendarShift(400, 146_097);
  private static final long MICROS_PER_SECOND = 1_000_000;

  /** Returns the shift for bars between two times, microseconds since 1970-01-01T00:00:00Z. */
  static CalendarShift of(long firstMicros, long lastMicros) {
    return keepsPhase(firstMicros) && keepsPhase(lastMicros) ? SHORT : LONG;
  }

  private static boolean keepsPhase(long micros) {
    LocalDate date =
        LocalDateTime.ofEpochSecond(Math.floorDiv(micros, MICROS_PER_SECOND), 0, ZoneOffset.UTC)
            .toLocalDate();
    return date.plusYears(SHORT.years).equals(date.plusDays(SHORT.days));
  }

  /** The shift in microseconds. */
  public long micros() {
    return Duration.ofDays(days).toSeconds() * MICROS_PER_SECOND;
  }
}
