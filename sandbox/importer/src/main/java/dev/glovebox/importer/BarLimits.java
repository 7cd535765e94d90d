package dev.glovebox.importer;

/**
 * Limits of one bar file; parameters, so that tests reach them with small files.
 *
 * @param fileBytesMax bytes of the whole file
 * @param lineBytesMax bytes of one line without its end
 * @param barsMax lines after the header
 */
record BarLimits(long fileBytesMax, int lineBytesMax, int barsMax) {
  static final long BAR_FILE_BYTES_MAX = 1L << 30;
  static final int BAR_LINE_BYTES_MAX = 512;
  static final int BARS_MAX = 10_000_000;

  /** The limits of contracts.md. */
  static final BarLimits DEFAULT = new BarLimits(BAR_FILE_BYTES_MAX, BAR_LINE_BYTES_MAX, BARS_MAX);
}
