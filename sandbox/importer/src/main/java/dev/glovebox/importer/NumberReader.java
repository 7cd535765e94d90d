package dev.glovebox.importer;

/**
 * Reads {@code [0-9]+(\.[0-9]+)?} as mantissa and scale, trailing zeros of the fraction dropped.
 * Reused for each field; not thread-safe.
 */
final class NumberReader {
  /** Most digits, as written. */
  static final int BAR_DIGITS_MAX = 18;

  /** Most digits after the point, as written. */
  static final int BAR_FRACTION_DIGITS_MAX = 12;

  private long mantissa;
  private int scale;

  /** The digits of the number read last as one integer, below 10^18. */
  long mantissa() {
    return mantissa;
  }

  /** Digits after the point of the number read last, without trailing zeros. */
  int scale() {
    return scale;
  }

  /** Reads the number between two places of a line. */
  void read(Line line, int start, int stop) throws BarFileException {
    int at = digits(line, start, stop);
    int whole = at - start;
    int fraction = 0;
    if (at < stop && line.at(at) == '.') {
      fraction = digits(line, at + 1, stop) - at - 1;
      require(line, fraction > 0);
      at += 1 + fraction;
    }
    require(line, whole > 0 && at == stop);
    if (whole + fraction > BAR_DIGITS_MAX || fraction > BAR_FRACTION_DIGITS_MAX) {
      throw line.refuse(
          "BAR_LIMIT_DIGITS", "a number has more than 18 digits, or more than 12 after the point");
    }
    mantissa = 0;
    for (int i = start; i < stop; i++) {
      if (line.at(i) != '.') {
        mantissa = mantissa * 10 + (line.at(i) - '0');
      }
    }
    scale = fraction;
    while (scale > 0 && mantissa % 10 == 0) {
      mantissa /= 10;
      scale--;
    }
  }

  private static int digits(Line line, int start, int stop) {
    int at = start;
    while (at < stop && line.at(at) >= '0' && line.at(at) <= '9') {
      at++;
    }
    return at;
  }

  private static void require(Line line, boolean holds) throws BarFileException {
    if (!holds) {
      throw line.refuse(
          "BAR_NUMBER_INVALID", "a number must be digits, optionally a point and digits");
    }
  }
}
