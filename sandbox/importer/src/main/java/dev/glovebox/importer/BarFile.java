package dev.glovebox.importer;

/**
 * Reads one bar file piece by piece, exactly by the contract: what is not allowed is refused with a
 * code and the line. Not thread-safe.
 */
final class BarFile implements LineReader.Rows {
  private static final long PRICE_LIMIT = 1_000_000_000_000_000_000L;

  private final BarLimits limits;
  private final LineReader lines;
  private final StampReader stamps;
  private final NumberReader numbers = new NumberReader();
  private final SeriesTimes times = new SeriesTimes();
  private final BarSpool spool = new BarSpool();
  private final Bar bar = new Bar();
  private final int[] starts = new int[Header.COLUMNS + 1];
  private final long[] mantissas = new long[Header.COLUMNS];
  private final int[] scales = new int[Header.COLUMNS];
  private Header header = new Header(0, 0, 0, 0, 0);
  private int priceScale;

  BarFile(BarLimits limits) {
    this.limits = limits;
    this.lines = new LineReader(limits, this);
    this.stamps = new StampReader(lines.line());
  }

  /** Takes the next bytes of the file. */
  void accept(byte[] piece) throws BarFileException {
    lines.accept(piece);
  }

  /** Says that the file is read to its end, and judges the series as a whole. */
  Series finish(boolean stampIsClose, long intervalSeconds) throws BarFileException {
    lines.finish();
    if (spool.bars() == 0) {
      throw lines.line().refuse("BARS_MISSING", "the file has no bars");
    }
    return times.series(spool, priceScale, stampIsClose, intervalSeconds);
  }

  @Override
  public void header(Line line) throws BarFileException {
    header = Header.of(line);
  }

  @Override
  public void row(Line line) throws BarFileException {
    if (spool.bars() == limits.barsMax()) {
      throw line.refuse("BAR_LIMIT_BARS", "more than " + limits.barsMax() + " bars");
    }
    LineReader.split(line, Header.COLUMNS, starts, "BAR_FIELDS_INVALID");
    stamps.read(line, starts[0], starts[1] - 1);
    for (int column = 1; column < Header.COLUMNS; column++) {
      numbers.read(line, starts[column], starts[column + 1] - 1);
      mantissas[column] = numbers.mantissa();
      scales[column] = numbers.scale();
    }
    fill(line);
    times.add(bar.stampMicros, line);
    spool.append(bar);
    priceScale = Math.max(priceScale, bar.priceScale);
  }

  private void fill(Line line) throws BarFileException {
    bar.stampMicros = stamps.micros();
    bar.form = stamps.form();
    bar.volume = mantissas[header.volume()];
    bar.volumeScale = scales[header.volume()];
    bar.priceScale = 0;
    for (int column = 1; column < Header.COLUMNS; column++) {
      if (column != header.volume()) {
        bar.priceScale = Math.max(bar.priceScale, scales[column]);
      }
    }
    bar.open = price(line, header.open());
    bar.high = price(line, header.high());
    bar.low = price(line, header.low());
    bar.close = price(line, header.close());
    if (bar.low > Math.min(bar.open, bar.close) || Math.max(bar.open, bar.close) > bar.high) {
      throw line.refuse(
          "BAR_OHLC_INVALID", "low must be lowest and high highest of the four prices");
    }
  }

  /** The price of a column at the bar's common scale. */
  private long price(Line line, int column) throws BarFileException {
    long price = mantissas[column];
    if (price == 0) {
      throw line.refuse("BAR_PRICE_INVALID", "a price must be above zero");
    }
    for (int i = scales[column]; i < bar.priceScale; i++) {
      // Two far numbers in one bar: they would not fit one scale on the wire.
      if (price >= PRICE_LIMIT / 10) {
        throw line.refuse(
            "BAR_LIMIT_DIGITS", "the prices of one bar need more than 18 digits together");
      }
      price *= 10;
    }
    return price;
  }
}
