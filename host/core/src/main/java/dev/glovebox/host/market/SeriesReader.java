package dev.glovebox.host.market;

import dev.glovebox.host.market.BarImport.SeriesBar;
import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Decimals;
import dev.glovebox.host.model.Refusal;
import dev.glovebox.host.model.Sha256;
import dev.glovebox.host.model.TeamId;
import dev.glovebox.host.payload.PayloadStore;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * Bars of a stored series, oldest first.
 *
 * <p>The bytes are hashed before the first bar is given out, and every bar is checked again as on
 * import: form, order, prices, and at the end all that the header counts. Not thread-safe. Refuses
 * with SERIES_NOT_FOUND, AUDIT_PAYLOAD_MISMATCH or SERIES_INVALID.
 */
public final class SeriesReader implements AutoCloseable {
  /** Longest line of the form, in bytes. */
  static final int LINE_BYTES_MAX = 512;

  private static final int BUFFER_BYTES = 256 * 1024;
  private static final int FIELDS = 7;
  private static final int DIGITS_OF_LONG = 18;

  private final InputStream in;
  private final SeriesHeader header;
  private final BarRules rules = new BarRules();
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private int at;
  private int filled;

  /** Where the line begins that was read last. */
  private int start;

  private final int[] commas = new int[FIELDS];
  private boolean ended;

  private SeriesReader(InputStream in) throws IOException {
    this.in = in;
    int length = readLine();
    if (length < 0) {
      throw new IllegalArgumentException("the series is empty");
    }
    this.header = SeriesHeader.parse(Arrays.copyOfRange(buffer, start, start + length));
  }

  /** Opens the series {@code hash} of {@code team}. */
  public static SeriesReader open(PayloadStore payloads, TeamId team, Sha256 hash) {
    Path path = payloads.path(team, hash);
    if (!Files.isRegularFile(path)) {
      throw new Refusal(Code.SERIES_NOT_FOUND, "no such series");
    }
    try {
      InputStream in =
          Files.size(path) <= PayloadStore.READ_BYTES_MAX
              ? new ByteArrayInputStream(payloads.read(team, hash))
              : Files.newInputStream(payloads.checked(team, hash));
      try {
        return new SeriesReader(in);
      } catch (IOException | RuntimeException e) {
        in.close();
        throw e;
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a series could not be read", e);
    } catch (IllegalArgumentException e) {
      throw new Refusal(Code.SERIES_INVALID, "stored series, header: " + e.getMessage());
    }
  }

  /** Returns the header. */
  public SeriesHeader header() {
    return header;
  }

  /** Returns the next bar, or empty after the last. */
  public Optional<SeriesBar> next() {
    if (ended) {
      return Optional.empty();
    }
    try {
      int length = readLine();
      if (length < 0) {
        ended = true;
        checkEnd();
        return Optional.empty();
      }
      SeriesBar bar = parse(length);
      rules.next(bar);
      return Optional.of(bar);
    } catch (IOException e) {
      throw new UncheckedIOException("a series could not be read", e);
    } catch (IllegalArgumentException e) {
      throw new Refusal(
          Code.SERIES_INVALID, "stored series, bar " + rules.bars() + ": " + e.getMessage());
    }
  }

  private void checkEnd() {
    if (!header.equals(rules.header(header.intervalSeconds(), header.stamp(), header.dateOnly()))) {
      throw new IllegalArgumentException("the header counts other bars");
    }
  }

  private SeriesBar parse(int length) {
    int found = 0;
    for (int i = start; i < start + length; i++) {
      if (buffer[i] == ',') {
        if (found == FIELDS - 1) {
          throw new IllegalArgumentException("too many fields");
        }
        commas[found++] = i;
      }
    }
    if (found != FIELDS - 1) {
      throw new IllegalArgumentException("too few fields");
    }
    commas[found] = start + length;
    return new SeriesBar(time(), text(1), number(2), number(3), number(4), number(5), number(6));
  }

  private int from(int field) {
    return field == 0 ? start : commas[field - 1] + 1;
  }

  private String text(int field) {
    return new String(buffer, from(field), commas[field] - from(field), StandardCharsets.US_ASCII);
  }

  /** Reads a time in its one form; the long way only for what is negative or does not fit. */
  private long time() {
    int to = commas[0];
    if (to == start || to - start > DIGITS_OF_LONG || buffer[start] < '1' || buffer[start] > '9') {
      String text = text(0);
      long micros = Long.parseLong(text);
      if (!Long.toString(micros).equals(text)) {
        throw new IllegalArgumentException("a time is not in canonical form");
      }
      return micros;
    }
    long micros = 0;
    for (int i = start; i < to; i++) {
      if (buffer[i] < '0' || buffer[i] > '9') {
        throw new IllegalArgumentException("a time is not in canonical form");
      }
      micros = micros * 10 + (buffer[i] - '0');
    }
    return micros;
  }

  /** Reads canonical decimal text; the long way only for what does not fit a long. */
  private BigDecimal number(int field) {
    int from = from(field);
    int to = commas[field];
    if (to - from > DIGITS_OF_LONG) {
      return Decimals.parse(text(field));
    }
    long mantissa = 0;
    int point = to;
    for (int i = from; i < to; i++) {
      if (buffer[i] == '.' && point == to) {
        point = i;
      } else if (buffer[i] >= '0' && buffer[i] <= '9') {
        mantissa = mantissa * 10 + (buffer[i] - '0');
      } else {
        throw new IllegalArgumentException("not a canonical decimal");
      }
    }
    boolean leadingZero = point - from > 1 && buffer[from] == '0';
    boolean trailing = point < to && (buffer[to - 1] == '0' || buffer[to - 1] == '.');
    if (point == from || leadingZero || trailing) {
      throw new IllegalArgumentException("not a canonical decimal");
    }
    return BigDecimal.valueOf(mantissa, point == to ? 0 : to - point - 1);
  }

  /** Finds the next line, from {@code start}; returns its length without LF, or -1 at the end. */
  private int readLine() throws IOException {
    start = at;
    int end = at;
    while (true) {
      while (end < filled && buffer[end] != '\n') {
        end++;
      }
      if (end - start > LINE_BYTES_MAX) {
        throw new IllegalArgumentException("a line is too long");
      }
      if (end < filled) {
        at = end + 1;
        return end - start;
      }
      end -= start;
      if (!fill()) {
        if (end > 0) {
          throw new IllegalArgumentException("the last line is not ended");
        }
        return -1;
      }
    }
  }

  /** Reads more behind the line that began, which moves to the front; false at the stream's end. */
  private boolean fill() throws IOException {
    filled -= start;
    System.arraycopy(buffer, start, buffer, 0, filled);
    start = 0;
    at = 0;
    int more = Math.max(0, in.read(buffer, filled, buffer.length - filled));
    filled += more;
    return more > 0;
  }

  @Override
  public void close() {
    try {
      in.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
