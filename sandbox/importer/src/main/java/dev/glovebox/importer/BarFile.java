package dev.glovebox.importer;

/**
 * Reads one bar file piece by piece, exactly by the contract: what is not allowed is refused with a
 * code and the line. Not thread-safe.
 */
final class BarFile {
  private static final int BOM_BYTES = 3;
  private static final int LINE_ROOM_BYTES = BOM_BYTES + 1;
  private static final long PRICE_LIMIT = 1_000_000_000_000_000_000L;

  private final BarLimits limits;
  private final Line line;
  private final StampReader stamps;
  private final NumberReader numbers = new NumberReader();
  private final SeriesTimes times = new SeriesTimes();
  private final BarSpool spool = new BarSpool();
  private final Bar bar = new Bar();
  private final int[] starts = new int[Header.COLUMNS + 1];
  private final long[] mantissas = new long[Header.COLUMNS];
  private final int[] scales = new int[Header.COLUMNS];
  private Header header = new Header(0, 0, 0, 0, 0);
  private long fileBytes;
  private int blankLine;
  private int priceScale;

  BarFile(BarLimits limits) {
    this.limits = limits;
    this.line = new Line(limits.lineBytesMax() + LINE_ROOM_BYTES);
    this.stamps = new StampReader(line);
  }

  /** Takes the next bytes of the file. */
  void accept(byte[] piece) throws BarFileException {
    for (byte b : piece) {
      // Counted one by one, so that the verdict does not depend on how the file was cut.
      fileBytes++;
      if (fileBytes > limits.fileBytesMax()) {
        throw line.refuse(
            "BAR_LIMIT_FILE_BYTES", "the file is longer than " + limits.fileBytesMax() + " bytes");
      }
      if (b == '\n') {
        endLine();
      } else if (!line.append(b)) {
        throw tooLong();
      }
    }
  }

  /** Says that the file is read to its end, and judges the series as a whole. */
  Series finish(boolean stampIsClose, long intervalSeconds) throws BarFileException {
    if (line.length() > 0) {
      endLine();
    }
    if (spool.bars() == 0) {
      throw line.refuse("BARS_MISSING", "the file has no bars");
    }
    return times.series(spool, priceScale, stampIsClose, intervalSeconds);
  }

  private void endLine() throws BarFileException {
    if (line.length() > 0 && line.at(line.length() - 1) == '\r') {
      line.dropLast();
    }
    if (line.number() == 1 && startsWithBom()) {
      line.dropFirst(BOM_BYTES);
    }
    if (line.length() > limits.lineBytesMax()) {
      throw tooLong();
    }
    if (!line.isText()) {
      throw binary();
    }
    if (line.number() == 1) {
      header = Header.of(line);
    } else if (line.length() == 0) {
      blankLine = blankLine == 0 ? line.number() : blankLine;
    } else {
      row();
    }
    line.next();
  }

  private boolean startsWithBom() {
    return line.length() >= BOM_BYTES
        && line.at(0) == (byte) 0xEF
        && line.at(1) == (byte) 0xBB
        && line.at(2) == (byte) 0xBF;
  }

  private BarFileException tooLong() {
    return line.isText()
        ? line.refuse(
            "BAR_LIMIT_LINE_BYTES", "a line is longer than " + limits.lineBytesMax() + " bytes")
        : binary();
  }

  private BarFileException binary() {
    return line.refuse("BAR_FILE_BINARY", "the file is not UTF-8 text");
  }

  private void row() throws BarFileException {
    if (blankLine > 0) {
      throw new BarFileException(
          "BAR_LINE_BLANK", "a blank line may stand only at the end", blankLine);
    }
    if (spool.bars() == limits.barsMax()) {
      throw line.refuse("BAR_LIMIT_BARS", "more than " + limits.barsMax() + " bars");
    }
    split();
    stamps.read(line, starts[0], starts[1] - 1);
    for (int column = 1; column < Header.COLUMNS; column++) {
      numbers.read(line, starts[column], starts[column + 1] - 1);
      mantissas[column] = numbers.mantissa();
      scales[column] = numbers.scale();
    }
    fill();
    times.add(bar.stampMicros, line);
    spool.append(bar);
    priceScale = Math.max(priceScale, bar.priceScale);
  }

  /** Notes where each field starts; the last entry is one past the end of a comma not there. */
  private void split() throws BarFileException {
    int fields = 1;
    for (int i = 0; i < line.length(); i++) {
      if (line.at(i) == '"') {
        throw line.refuse("BAR_FIELD_QUOTED", "quotes are not allowed");
      }
      if (line.at(i) == ',') {
        if (fields == Header.COLUMNS) {
          throw fieldCount();
        }
        starts[fields] = i + 1;
        fields++;
      }
    }
    if (fields != Header.COLUMNS) {
      throw fieldCount();
    }
    starts[Header.COLUMNS] = line.length() + 1;
  }

  private BarFileException fieldCount() {
    return line.refuse("BAR_FIELDS_INVALID", "a line must have " + Header.COLUMNS + " fields");
  }

  private void fill() throws BarFileException {
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
    bar.open = price(header.open());
    bar.high = price(header.high());
    bar.low = price(header.low());
    bar.close = price(header.close());
    if (bar.low > Math.min(bar.open, bar.close) || Math.max(bar.open, bar.close) > bar.high) {
      throw line.refuse(
          "BAR_OHLC_INVALID", "low must be lowest and high highest of the four prices");
    }
  }

  /** The price of a column at the bar's common scale. */
  private long price(int column) throws BarFileException {
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
