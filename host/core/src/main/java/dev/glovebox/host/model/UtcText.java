package dev.glovebox.host.model;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** The one text form of an instant: {@code YYYY-MM-DDTHH:MM:SS.ffffffZ}. */
public final class UtcText {
  /** Microseconds in a second. */
  public static final long MICROS_PER_SECOND = 1_000_000;

  /** Length of the text, in characters. */
  public static final int CHARACTERS = 27;

  private static final String DIGITS = "0123456789";

  private UtcText() {}

  /**
   * Returns the text of an instant.
   *
   * @param micros since the epoch, within the years 0000 to 9999
   */
  public static String of(long micros) {
    StringBuilder out = new StringBuilder(CHARACTERS);
    LocalDateTime time =
        LocalDateTime.ofEpochSecond(
            Math.floorDiv(micros, MICROS_PER_SECOND),
            (int) Math.floorMod(micros, MICROS_PER_SECOND) * 1000,
            ZoneOffset.UTC);
    if (time.getYear() < 0 || time.getYear() > 9999) {
      throw new IllegalArgumentException("the year is 0000 to 9999");
    }
    pad(time.getYear(), 4, out);
    pad(time.getMonthValue(), 2, out.append('-'));
    pad(time.getDayOfMonth(), 2, out.append('-'));
    pad(time.getHour(), 2, out.append('T'));
    pad(time.getMinute(), 2, out.append(':'));
    pad(time.getSecond(), 2, out.append(':'));
    pad(time.getNano() / 1000, 6, out.append('.'));
    return out.append('Z').toString();
  }

  /** Returns the text of {@code instant}; what is finer than a microsecond is cut. */
  public static String of(Instant instant) {
    return of(
        Math.addExact(
            Math.multiplyExact(instant.getEpochSecond(), MICROS_PER_SECOND),
            instant.getNano() / 1000));
  }

  private static void pad(int value, int width, StringBuilder out) {
    int divisor = 1;
    for (int i = 1; i < width; i++) {
      divisor *= 10;
    }
    for (; divisor > 0; divisor /= 10) {
      out.append(DIGITS.charAt(value / divisor % 10));
    }
  }
}
