package dev.glovebox.importer;

import java.time.DateTimeException;
import java.time.LocalDate;

/**
 * Reads {@code YYYY-MM-DD} or {@code YYYY-MM-DD[ T]HH:MM[:SS[.ffffff]]} with an optional {@code Z}
 * or offset; UTC when no zone is given. Reused for each line; not thread-safe.
 */
final class StampReader {
  private static final long SECONDS_PER_DAY = 86_400;
  private static final int OFFSET_HOURS_MAX = 18;
  private static final int DATE_CHARS = 10;

  private Line line;
  private int at;
  private int end;
  private long micros;
  private StampForm form = StampForm.DATE;

  StampReader(Line line) {
    this.line = line;
  }

  /** Epoch microseconds of the stamp read last. */
  long micros() {
    return micros;
  }

  /** Form of the stamp read last. */
  StampForm form() {
    return form;
  }

  /** Reads the stamp between two places of a line. */
  void read(Line from, int start, int stop) throws BarFileException {
    line = from;
    at = start;
    end = stop;
    long day = day();
    if (at == end) {
      micros = day * SECONDS_PER_DAY * StampForm.MICROS_PER_SECOND;
      form = StampForm.DATE;
      return;
    }
    char separator = (char) line.at(at);
    require(separator == ' ' || separator == 'T');
    at++;
    long seconds = number(2, 23) * 3600L;
    expect(':');
    seconds += number(2, 59) * 60L;
    int parts = 2;
    int fractionDigits = 0;
    long fraction = 0;
    if (skip(':')) {
      parts = 3;
      seconds += number(2, 59);
      if (skip('.')) {
        int first = at;
        while (at < end && isDigit(at) && at - first < StampForm.FRACTION_DIGITS_MAX) {
          fraction = fraction * 10 + (line.at(at) - '0');
          at++;
        }
        fractionDigits = at - first;
        require(fractionDigits > 0);
        for (int i = fractionDigits; i < StampForm.FRACTION_DIGITS_MAX; i++) {
          fraction *= 10;
        }
      }
    }
    String zone = line.text(at, end);
    int offsetSeconds = zone.isEmpty() || skip('Z') ? 0 : offset();
    require(at == end);
    micros =
        (day * SECONDS_PER_DAY + seconds - offsetSeconds) * StampForm.MICROS_PER_SECOND + fraction;
    StampForm found = new StampForm(separator, parts, fractionDigits, zone, offsetSeconds);
    form = found.equals(form) ? form : found;
  }

  private long day() throws BarFileException {
    require(end - at >= DATE_CHARS);
    int year = number(4, 9999);
    expect('-');
    int month = number(2, 12);
    expect('-');
    int day = number(2, 31);
    require(year > 0);
    try {
      return LocalDate.of(year, month, day).toEpochDay();
    } catch (DateTimeException _) {
      throw invalid();
    }
  }

  private int offset() throws BarFileException {
    int sign = 0;
    if (skip('+')) {
      sign = 1;
    } else if (skip('-')) {
      sign = -1;
    }
    require(sign != 0);
    int seconds = number(2, OFFSET_HOURS_MAX) * 3600;
    if (at < end) {
      boolean _ = skip(':');
      seconds += number(2, 59) * 60;
    }
    return sign * seconds;
  }

  private int number(int digits, int max) throws BarFileException {
    int value = 0;
    for (int i = 0; i < digits; i++) {
      require(at < end && isDigit(at));
      value = value * 10 + (line.at(at) - '0');
      at++;
    }
    require(value <= max);
    return value;
  }

  private boolean isDigit(int index) {
    return line.at(index) >= '0' && line.at(index) <= '9';
  }

  private boolean skip(char expected) {
    if (at < end && line.at(at) == expected) {
      at++;
      return true;
    }
    return false;
  }

  private void expect(char expected) throws BarFileException {
    require(skip(expected));
  }

  private void require(boolean holds) throws BarFileException {
    if (!holds) {
      throw invalid();
    }
  }

  private BarFileException invalid() {
    return line.refuse(
        "BAR_TIME_INVALID",
        "the time must be YYYY-MM-DD or YYYY-MM-DD HH:MM[:SS[.ffffff]], with Z or an offset or"
            + " neither");
  }
}
