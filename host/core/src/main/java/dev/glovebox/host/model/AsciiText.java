package dev.glovebox.host.model;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;

/**
 * A reusable buffer of ASCII bytes: the hot path writes canonical numbers, times and digests into
 * it without making strings. Not thread-safe.
 */
public final class AsciiText {
  private static final long MICROS_PER_DAY = 86_400_000_000L;
  private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
  private static final int YEAR_MAX = 9999;

  /** Digits of a long. */
  private static final int DIGITS_MAX = 19;

  private byte[] bytes = new byte[512];
  private int length;
  private final byte[] digits = new byte[DIGITS_MAX];
  private long day = Long.MIN_VALUE;
  private byte[] dayText = {};

  /** Empties the buffer. */
  public AsciiText clear() {
    length = 0;
    return this;
  }

  /** Returns the number of bytes written since the last clear. */
  public int length() {
    return length;
  }

  /** Returns the buffer itself; valid up to {@link #length} and until the next write. */
  public byte[] array() {
    return bytes;
  }

  /** Appends text that is ASCII already. */
  public AsciiText text(byte[] ascii) {
    room(ascii.length);
    System.arraycopy(ascii, 0, bytes, length, ascii.length);
    length += ascii.length;
    return this;
  }

  /** Appends a string of ASCII characters. */
  @SuppressWarnings("deprecation") // the only way to copy Latin-1 without an array; ids are ASCII
  public AsciiText text(String ascii) {
    room(ascii.length());
    ascii.getBytes(0, ascii.length(), bytes, length);
    length += ascii.length();
    return this;
  }

  /** Appends an integer that is zero or more. */
  public AsciiText whole(long value) {
    room(DIGITS_MAX);
    int at = DIGITS_MAX;
    long rest = value;
    do {
      digits[--at] = (byte) ('0' + rest % 10);
      rest /= 10;
    } while (rest != 0);
    System.arraycopy(digits, at, bytes, length, DIGITS_MAX - at);
    length += DIGITS_MAX - at;
    return this;
  }

  /** Appends the canonical text of an exact number. */
  public AsciiText decimal(BigDecimal value) {
    int scale = value.scale();
    if (value.signum() < 0 || scale < 0 || scale > 18 || value.precision() > 18) {
      return text(Decimals.text(value));
    }
    long mantissa = value.scaleByPowerOfTen(scale).longValueExact();
    while (scale > 0 && mantissa % 10 == 0) {
      mantissa /= 10;
      scale--;
    }
    if (scale == 0) {
      return whole(mantissa);
    }
    long unit = 1;
    for (int i = 0; i < scale; i++) {
      unit *= 10;
    }
    whole(mantissa / unit);
    return character('.').padded(mantissa % unit, scale);
  }

  /** Appends an instant, {@code YYYY-MM-DDTHH:MM:SS.ffffffZ}; the day's text is kept. */
  public AsciiText time(long micros) {
    long date = Math.floorDiv(micros, MICROS_PER_DAY);
    if (date != day) {
      dayText = dayText(date);
      day = date;
    }
    long rest = Math.floorMod(micros, MICROS_PER_DAY);
    text(dayText);
    padded(rest / 3_600_000_000L, 2).character(':');
    padded(rest / 60_000_000L % 60, 2).character(':');
    padded(rest / 1_000_000L % 60, 2).character('.');
    return padded(rest % 1_000_000L, 6).character('Z');
  }

  /** Appends bytes as lower-case hexadecimal. */
  public AsciiText hex(byte[] raw) {
    room(2 * raw.length);
    for (byte b : raw) {
      bytes[length++] = HEX[(b >> 4) & 15];
      bytes[length++] = HEX[b & 15];
    }
    return this;
  }

  /** Appends one ASCII character. */
  public AsciiText character(char ascii) {
    room(1);
    bytes[length++] = (byte) ascii;
    return this;
  }

  private AsciiText padded(long value, int width) {
    room(width);
    long rest = value;
    for (int i = width - 1; i >= 0; i--) {
      bytes[length + i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    length += width;
    return this;
  }

  private static byte[] dayText(long date) {
    LocalDate day = LocalDate.ofEpochDay(date);
    if (day.getYear() < 0 || day.getYear() > YEAR_MAX) {
      throw new IllegalArgumentException("the year of a bar is 0000 to 9999");
    }
    return (day + "T").getBytes(StandardCharsets.US_ASCII);
  }

  private void room(int more) {
    if (bytes.length - length < more) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
    }
  }

  @Override
  public String toString() {
    return new String(bytes, 0, length, StandardCharsets.US_ASCII);
  }
}
