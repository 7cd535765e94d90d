package dev.glovebox.importer;

/** Judges the stamps of a series: order, interval, alignment, gaps. Not thread-safe. */
final class SeriesTimes {
  static final long DAY_SECONDS = 86_400;

  /** Longest interval that may be asked for or inferred: a leap year. */
  static final long INTERVAL_SECONDS_MAX = 366 * DAY_SECONDS;

  private static final int HEADER_LINES = 1;

  private boolean midnightsOnly = true;
  private long bars;
  private long firstMicros;
  private long lastMicros;
  private long smallestStep = Long.MAX_VALUE;
  private int smallestStepLine;

  void add(long micros, Line line) throws BarFileException {
    if (bars == 0) {
      firstMicros = micros;
    } else {
      long step = micros - lastMicros;
      if (step == 0) {
        throw line.refuse("BAR_DUPLICATE", "the time of the bar before again");
      }
      if (step < 0) {
        throw line.refuse("BARS_NOT_INCREASING", "the time is before that of the bar before");
      }
      if (step < smallestStep) {
        smallestStep = step;
        smallestStepLine = line.number();
      }
    }
    midnightsOnly &= Math.floorMod(micros, DAY_SECONDS * StampForm.MICROS_PER_SECOND) == 0;
    lastMicros = micros;
    bars++;
  }

  Series series(BarSpool spool, int priceScale, boolean stampIsClose, long intervalSeconds)
      throws BarFileException {
    if (intervalSeconds < 0 || intervalSeconds > INTERVAL_SECONDS_MAX) {
      throw new BarFileException(
          "BAR_INTERVAL_INVALID", "an interval is 1 s to " + INTERVAL_SECONDS_MAX + " s", 0);
    }
    boolean dateOnly = midnightsOnly && intervalSeconds == 0;
    long interval = dateOnly ? DAY_SECONDS : intervalSeconds == 0 ? inferred() : intervalSeconds;
    requireAligned(spool, interval * StampForm.MICROS_PER_SECOND);
    long steps = (lastMicros - firstMicros) / (interval * StampForm.MICROS_PER_SECOND);
    return new Series(
        spool,
        interval,
        dateOnly,
        // A date is its own session, whatever stamps mean otherwise.
        stampIsClose && !dateOnly ? interval * StampForm.MICROS_PER_SECOND : 0,
        priceScale,
        steps - (bars - 1));
  }

  private long inferred() throws BarFileException {
    if (bars == 1) {
      throw new BarFileException(
          "BAR_INTERVAL_REQUIRED", "one bar alone does not tell its interval", HEADER_LINES + 1);
    }
    if (smallestStep % StampForm.MICROS_PER_SECOND != 0
        || smallestStep / StampForm.MICROS_PER_SECOND > INTERVAL_SECONDS_MAX) {
      throw new BarFileException(
          "BAR_INTERVAL_INVALID",
          "the smallest difference of two times is not a whole number of seconds up to a year",
          smallestStepLine);
    }
    return smallestStep / StampForm.MICROS_PER_SECOND;
  }

  private void requireAligned(BarSpool spool, long intervalMicros) throws BarFileException {
    Bar bar = new Bar();
    BarSpool.Reader reader = spool.reader();
    for (int i = 0; i < spool.bars(); i++) {
      reader.next(bar);
      if ((bar.stampMicros - firstMicros) % intervalMicros != 0) {
        throw new BarFileException(
            "BARS_MISALIGNED",
            "the time is not a whole number of intervals after the first",
            i + HEADER_LINES + 1);
      }
    }
  }
}
