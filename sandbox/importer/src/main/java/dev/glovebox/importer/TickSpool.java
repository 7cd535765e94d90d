package dev.glovebox.importer;

/**
 * Holds the ticks of a file until it is read to its end: a usual tick takes about 12 bytes, the
 * worst that the limits allow 26, so that a heap of 768 MiB holds any legal file. Append all, then
 * read all; not thread-safe.
 */
final class TickSpool {
  private static final int SCALE_BITS = 4;
  private static final int SCALE_MASK = 0xF;

  private final Varints numbers = new Varints();
  private int ticks;
  private long lastSeconds;
  private long lastPrice;

  int ticks() {
    return ticks;
  }

  void append(Tick tick) {
    numbers.append(((long) tick.priceScale << SCALE_BITS) | tick.amountScale);
    numbers.appendSigned(tick.seconds - lastSeconds);
    numbers.appendSigned(tick.price - lastPrice);
    numbers.append(tick.amount);
    lastSeconds = tick.seconds;
    lastPrice = tick.price;
    ticks++;
  }

  /** Starts to read from the first tick. */
  Reader reader() {
    return new Reader();
  }

  /** Gives the ticks back in order. */
  final class Reader {
    private final Varints.Reader read = numbers.reader();
    private long seconds;
    private long price;

    private Reader() {}

    /** Fills {@code tick} with the next; call as often as there are ticks. */
    void next(Tick tick) {
      int scales = (int) read.read();
      tick.priceScale = scales >> SCALE_BITS;
      tick.amountScale = scales & SCALE_MASK;
      seconds += read.readSigned();
      price += read.readSigned();
      tick.seconds = seconds;
      tick.price = price;
      tick.amount = read.read();
    }
  }
}
