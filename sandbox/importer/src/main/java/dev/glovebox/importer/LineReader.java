package dev.glovebox.importer;

/**
 * Cuts a file into lines, piece by piece, and checks what every line of every form must be. Not
 * thread-safe.
 */
final class LineReader {
  private static final int BOM_BYTES = 3;
  private static final int LINE_ROOM_BYTES = BOM_BYTES + 1;

  private final BarLimits limits;
  private final Rows rows;
  private final Line line;
  private long fileBytes;
  private int blankLine;

  LineReader(BarLimits limits, Rows rows) {
    this.limits = limits;
    this.rows = rows;
    this.line = new Line(limits.lineBytesMax() + LINE_ROOM_BYTES);
  }

  /** Takes the lines; each is valid during the call alone. */
  interface Rows {
    /** The first line. */
    void header(Line line) throws BarFileException;

    /** A line after the first that is not blank. */
    void row(Line line) throws BarFileException;
  }

  /** The line that is being read. */
  Line line() {
    return line;
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

  /** Says that the file is read to its end. */
  void finish() throws BarFileException {
    if (line.length() > 0) {
      endLine();
    }
  }

  /**
   * Notes where each of {@code columns} fields starts; the last entry is one past the end of a
   * comma not there.
   *
   * @param code refusal of another number of fields
   */
  static void split(Line line, int columns, int[] starts, String code) throws BarFileException {
    int fields = 1;
    for (int i = 0; i < line.length(); i++) {
      if (line.at(i) == '"') {
        throw line.refuse("BAR_FIELD_QUOTED", "quotes are not allowed");
      }
      if (line.at(i) == ',') {
        if (fields == columns) {
          throw fieldCount(line, columns, code);
        }
        starts[fields] = i + 1;
        fields++;
      }
    }
    if (fields != columns) {
      throw fieldCount(line, columns, code);
    }
    starts[columns] = line.length() + 1;
  }

  private static BarFileException fieldCount(Line line, int columns, String code) {
    return line.refuse(code, "a line must have " + columns + " fields");
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
      rows.header(line);
    } else if (line.length() == 0) {
      blankLine = blankLine == 0 ? line.number() : blankLine;
    } else if (blankLine > 0) {
      throw new BarFileException(
          "BAR_LINE_BLANK", "a blank line may stand only at the end", blankLine);
    } else {
      rows.row(line);
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
}
