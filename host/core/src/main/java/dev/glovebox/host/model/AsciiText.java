package dev.glovebox.host.model;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;

/**
 * A reusable buffer of bytes: the hot path writes canonical numbers, times, digests and JSON into
 * it without making strings. All of it is ASCII but {@link #json}, which is UTF-8. Not thread-safe.
 */
public final class AsciiText {
  private static final long MICROS_PER_DAY = 86_400_000_000L;
  private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
  private static final int YEAR_MAX = 9999;

  /** Digits of a long. */
  private static final int DIGITS_MAX = 19;

  /** Bytes of the longest form of one UTF-16 code unit in a JSON string: an escape. */
  private static final int ESCAPE_BYTES = 6;

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

  /** Appends {@code count} bytes of {@code source}. */
  public AsciiText bytes(byte[] source, int from, int count) {
    room(count);
    System.arraycopy(source, from, bytes, length, count);
    length += count;
    return this;
  }

  /** Makes room for {@code count} bytes that the caller fills in later. */
  public AsciiText skip(int count) {
    room(count);
    length += count;
    return this;
  }

  /** Returns a copy of what was written since the last clear. */
  public byte[] copy() {
    return Arrays.copyOf(bytes, length);
  }

  /**
   * Appends a JSON string with its quotes in the canonical form, in UTF-8.
   *
   * @throws IllegalArgumentException on a lone surrogate
   */
  public AsciiText json(String string) {
    int count = string.length();
    room(ESCAPE_BYTES * count + 2);
    bytes[length++] = '"';
    for (int i = 0; i < count; i++) {
      char c = string.charAt(i);
      if (c >= ' ' && c < 0x80 && c != '"' && c != '\\') {
        bytes[length++] = (byte) c;
      } else if (Character.isSurrogate(c)) {
        i = pair(string, i);
      } else {
        special(c);
      }
    }
    bytes[length++] = '"';
    return this;
  }

  /** Appends a candidate's text as {@link UntrustedText#forJson} gives it. */
  public AsciiText untrusted(UntrustedText text) {
    String raw = text.raw();
    for (int i = 0; i < raw.length(); i++) {
      if (Character.isSurrogate(raw.charAt(i))) {
        CanonicalJson.write(text.forJson(), this);
        return this;
      }
    }
    return json(raw);
  }

  /** Appends the text of an order's key. */
  public AsciiText key(OrderKey key) {
    character('o').character('-');
    return key.sequence() < OrderKey.SEQUENCE_PADDED_BELOW
        ? padded(key.sequence(), OrderKey.DIGITS_MIN)
        : whole(key.sequence());
  }

  private void special(char c) {
    switch (c) {
      case '"', '\\' -> escape((byte) c);
      case '\b' -> escape((byte) 'b');
      case '\t' -> escape((byte) 't');
      case '\n' -> escape((byte) 'n');
      case '\f' -> escape((byte) 'f');
      case '\r' -> escape((byte) 'r');
      default -> {
        if (c < ' ') {
          escape((byte) 'u');
          bytes[length++] = '0';
          bytes[length++] = '0';
          bytes[length++] = HEX[c >> 4];
          bytes[length++] = HEX[c & 15];
        } else if (c < 0x800) {
          bytes[length++] = (byte) (0xC0 | (c >> 6));
          bytes[length++] = (byte) (0x80 | (c & 0x3F));
        } else {
          bytes[length++] = (byte) (0xE0 | (c >> 12));
          bytes[length++] = (byte) (0x80 | ((c >> 6) & 0x3F));
          bytes[length++] = (byte) (0x80 | (c & 0x3F));
        }
      }
    }
  }

  private void escape(byte letter) {
    bytes[length++] = '\\';
    bytes[length++] = letter;
  }

  /** Writes the pair at {@code i} and returns the place of its second half. */
  private int pair(String string, int i) {
    if (!Character.isHighSurrogate(string.charAt(i))
        || i + 1 == string.length()
        || !Character.isLowSurrogate(string.charAt(i + 1))) {
      throw new IllegalArgumentException("lone surrogate in a string");
    }
    int point = string.codePointAt(i);
    bytes[length++] = (byte) (0xF0 | (point >> 18));
    bytes[length++] = (byte) (0x80 | ((point >> 12) & 0x3F));
    bytes[length++] = (byte) (0x80 | ((point >> 6) & 0x3F));
    bytes[length++] = (byte) (0x80 | (point & 0x3F));
    return i + 1;
  }

  /** Appends an integer. */
  public AsciiText integer(long value) {
    if (value >= 0) {
      return whole(value);
    }
    return value == Long.MIN_VALUE ? text(Long.toString(value)) : character('-').whole(-value);
  }

  /** Appends an integer that is zero or more. */
  public AsciiText whole(long value) {
    room(DIGITS_MAX);
    return rest(rightAligned(value));
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
    room(DIGITS_MAX + 2);
    int from = rightAligned(mantissa);
    int before = DIGITS_MAX - scale - from; // Digits before the point; the rest is zeros after it.
    if (before <= 0) {
      bytes[length++] = '0';
      bytes[length++] = '.';
      for (int i = before; i < 0; i++) {
        bytes[length++] = '0';
      }
      return rest(from);
    }
    System.arraycopy(digits, from, bytes, length, before);
    length += before;
    bytes[length++] = '.';
    return rest(from + before);
  }

  private AsciiText rest(int from) {
    System.arraycopy(digits, from, bytes, length, DIGITS_MAX - from);
    length += DIGITS_MAX - from;
    return this;
  }

  /** Writes the digits of a number, zero or more, to the end of {@code digits}. */
  private int rightAligned(long value) {
    int at = DIGITS_MAX;
    long rest = value;
    do {
      long next = rest / 10;
      digits[--at] = (byte) ('0' + (rest - next * 10));
      rest = next;
    } while (rest != 0);
    return at;
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
    byte[] out = bytes;
    int at = length;
    for (byte b : raw) {
      out[at] = HEX[(b >> 4) & 15];
      out[at + 1] = HEX[b & 15];
      at += 2;
    }
    length = at;
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
