package dev.glovebox.host.clock;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** The one text form of an instant: {@code YYYY-MM-DDTHH:MM:SS.ffffffZ}, years 0000 to 9999. */
public final class UtcText {
  private static final String FORM = "dddd-dd-ddTdd:dd:dd.ddddddZ";
  private static final long MICROS_PER_SECOND = 1_000_000;
  private static final int NANOS_PER_MICRO = 1_000;
  private static final int YEAR_MAX = 9999;

  private UtcText() {}

  /** Returns the text of {@code micros} since 1970-01-01T00:00:00Z. */
  public static String text(long micros) {
    StringBuilder out = new StringBuilder(FORM.length());
    append(micros, out);
    return out.toString();
  }

  /** Appends the text of {@code micros} to {@code out}. */
  public static void append(long micros, StringBuilder out) {
    LocalDateTime at =
        LocalDateTime.ofEpochSecond(
            Math.floorDiv(micros, MICROS_PER_SECOND),
            (int) Math.floorMod(micros, MICROS_PER_SECOND) * NANOS_PER_MICRO,
            ZoneOffset.UTC);
    if (at.getYear() < 0 || at.getYear() > YEAR_MAX) {
      throw new IllegalArgumentException("year outside 0000 to 9999");
    }
    digits(at.getYear(), 4, out);
    digits(at.getMonthValue(), 2, out.append('-'));
    digits(at.getDayOfMonth(), 2, out.append('-'));
    digits(at.getHour(), 2, out.append('T'));
    digits(at.getMinute(), 2, out.append(':'));
    digits(at.getSecond(), 2, out.append(':'));
    digits(at.getNano() / NANOS_PER_MICRO, 6, out.append('.'));
    out.append('Z');
  }

  /**
   * Reads the text form.
   *
   * @return microseconds since 1970-01-01T00:00:00Z
   * @throws IllegalArgumentException if {@code text} has another form or names no instant
   */
  public static long parse(String text) {
    if (text.length() != FORM.length()) {
      throw new IllegalArgumentException("an instant is YYYY-MM-DDTHH:MM:SS.ffffffZ");
    }
    for (int i = 0; i < FORM.length(); i++) {
      char c = text.charAt(i);
      char form = FORM.charAt(i);
      if (form == 'd' ? c < '0' || c > '9' : c != form) {
        throw new IllegalArgumentException("an instant is YYYY-MM-DDTHH:MM:SS.ffffffZ");
      }
    }
    try {
      LocalDateTime at =
          LocalDateTime.of(
              number(text, 0, 4),
              number(text, 5, 7),
              number(text, 8, 10),
              number(text, 11, 13),
              number(text, 14, 16),
              number(text, 17, 19));
      return at.toEpochSecond(ZoneOffset.UTC) * MICROS_PER_SECOND + number(text, 20, 26);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("no such instant", e);
    }
  }

  private static int number(String text, int from, int to) {
    return Integer.parseInt(text, from, to, 10);
  }

  private static void digits(int value, int count, StringBuilder out) {
    int unit = 1;
    for (int i = 1; i < count; i++) {
      unit *= 10;
    }
    for (int rest = value; unit > 0; unit /= 10) {
      out.append((char) ('0' + rest / unit));
      rest %= unit;
    }
  }
}
