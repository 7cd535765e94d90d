package dev.glovebox.importer;

import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * How a stamp was written, so that it can be given back exactly as it stood in the file.
 *
 * @param separator {@code ' '} or {@code 'T'}; 0 for a date alone
 * @param clockParts 0 for a date alone, 2 with minutes, 3 with seconds
 * @param fractionDigits 0 to 6
 * @param zone {@code Z}, an offset as written, or empty
 * @param offsetSeconds what {@code zone} means
 */
record StampForm(
    char separator, int clockParts, int fractionDigits, String zone, int offsetSeconds) {
  static final StampForm DATE = new StampForm('\0', 0, 0, "", 0);

  static final long MICROS_PER_SECOND = 1_000_000;
  static final int FRACTION_DIGITS_MAX = 6;

  /** Writes the time again as it was given. */
  String text(long micros) {
    long local = micros + offsetSeconds * MICROS_PER_SECOND;
    int fraction = (int) Math.floorMod(local, MICROS_PER_SECOND);
    LocalDateTime time =
        LocalDateTime.ofEpochSecond(Math.floorDiv(local, MICROS_PER_SECOND), 0, ZoneOffset.UTC);
    StringBuilder text = new StringBuilder(32);
    pad(text, time.getYear(), 4);
    pad(text.append('-'), time.getMonthValue(), 2);
    pad(text.append('-'), time.getDayOfMonth(), 2);
    if (clockParts > 0) {
      pad(text.append(separator), time.getHour(), 2);
      pad(text.append(':'), time.getMinute(), 2);
    }
    if (clockParts > 2) {
      pad(text.append(':'), time.getSecond(), 2);
    }
    if (fractionDigits > 0) {
      StringBuilder digits = new StringBuilder();
      pad(digits, fraction, FRACTION_DIGITS_MAX);
      text.append('.').append(digits, 0, fractionDigits);
    }
    return text.append(zone).toString();
  }

  private static void pad(StringBuilder text, int number, int digits) {
    String plain = Integer.toString(number);
    text.repeat('0', digits - plain.length()).append(plain);
  }
}
