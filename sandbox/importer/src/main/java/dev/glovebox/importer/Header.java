package dev.glovebox.importer;

import java.util.List;

/** Where the columns of this file stand. */
record Header(int open, int high, int low, int close, int volume) {
  /** Columns of every bar file: a time, four prices, a volume. */
  static final int COLUMNS = 6;

  private static final List<String> TIME_NAMES = List.of("time", "datetime", "date");
  private static final String FORM =
      "the header must be time, datetime or date, then open, high, low, close, volume in any order";

  static Header of(Line line) throws BarFileException {
    List<String> names = List.of(line.text(0, line.length()).split(",", -1));
    boolean whole =
        names.size() == COLUMNS
            && TIME_NAMES.contains(names.getFirst())
            && names.containsAll(List.of("open", "high", "low", "close", "volume"));
    if (!whole) {
      throw line.refuse("BAR_HEADER_INVALID", FORM);
    }
    return new Header(
        names.indexOf("open"),
        names.indexOf("high"),
        names.indexOf("low"),
        names.indexOf("close"),
        names.indexOf("volume"));
  }
}
