package dev.glovebox.importer;

import java.util.Arrays;
import java.util.List;

/**
 * Reads one file of trades piece by piece: header {@code timestamp,price,amount}, times in whole
 * seconds since 1970-01-01T00:00:00Z that never go back, prices above zero, amounts of zero or
 * more. What is not allowed is refused with a code and the line. Not thread-safe.
 */
final class TickFile implements LineReader.Rows {
  /** Most ticks of one file. */
  static final int TICKS_MAX = 10_000_000;

  /** Last second of the year 9999. */
  static final long TICK_SECONDS_MAX = 253_402_300_799L;

  private static final int TIME_DIGITS_MAX = 12;
  private static final List<String> COLUMNS = List.of("timestamp", "price", "amount");

  private final int ticksMax;
  private final LineReader lines;
  private final NumberReader numbers = new NumberReader();
  private final TickSpool spool = new TickSpool();
  private final Tick tick = new Tick();
  private final int[] starts = new int[COLUMNS.size() + 1];
  private int priceScale;

  TickFile(BarLimits limits, int ticksMax) {
    this.ticksMax = ticksMax;
    this.lines = new LineReader(limits, this);
  }

  /** Takes the next bytes of the file. */
  void accept(byte[] piece) throws BarFileException {
    lines.accept(piece);
  }

  /** Says that the file is read to its end; returns its ticks. */
  TickSpool finish() throws BarFileException {
    lines.finish();
    if (spool.ticks() == 0) {
      throw lines.line().refuse("TICKS_MISSING", "the file has no ticks");
    }
    return spool;
  }

  /** Digits after the point of the finest price. */
  int priceScale() {
    return priceScale;
  }

  @Override
  public void header(Line line) throws BarFileException {
    if (!Arrays.asList(line.text(0, line.length()).split(",", -1)).equals(COLUMNS)) {
      throw line.refuse("TICK_HEADER_INVALID", "the header must be timestamp,price,amount");
    }
  }

  @Override
  public void row(Line line) throws BarFileException {
    if (spool.ticks() == ticksMax) {
      throw line.refuse("TICK_LIMIT_TICKS", "more than " + ticksMax + " ticks");
    }
    LineReader.split(line, COLUMNS.size(), starts, "TICK_FIELDS_INVALID");
    long seconds = seconds(line, starts[0], starts[1] - 1);
    if (spool.ticks() > 0 && seconds < tick.seconds) {
      throw line.refuse("TICKS_NOT_INCREASING", "the time is before that of the tick before");
    }
    tick.seconds = seconds;
    numbers.read(line, starts[1], starts[2] - 1);
    tick.price = numbers.mantissa();
    tick.priceScale = numbers.scale();
    if (tick.price == 0) {
      throw line.refuse("TICK_PRICE_INVALID", "a price must be above zero");
    }
    numbers.read(line, starts[2], starts[3] - 1);
    tick.amount = numbers.mantissa();
    tick.amountScale = numbers.scale();
    spool.append(tick);
    priceScale = Math.max(priceScale, tick.priceScale);
  }

  private static long seconds(Line line, int start, int stop) throws BarFileException {
    long seconds = 0;
    boolean digits = stop > start && stop - start <= TIME_DIGITS_MAX;
    for (int i = start; digits && i < stop; i++) {
      digits = line.at(i) >= '0' && line.at(i) <= '9';
      seconds = seconds * 10 + (line.at(i) - '0');
    }
    if (!digits || seconds > TICK_SECONDS_MAX) {
      throw line.refuse(
          "TICK_TIME_INVALID", "a time must be whole seconds since 1970, at most the year 9999");
    }
    return seconds;
  }
}
