package dev.glovebox.host.market;

import dev.glovebox.host.model.UntrustedText;
import java.io.InputStream;
import java.math.BigDecimal;

/** Port to the disposable process that parses bar files. Bound by host/app. */
public interface BarImport {
  /**
   * Has {@code file} parsed; bars go to {@code sink} in order while the process runs.
   *
   * @param stamp {@code open} or {@code close}
   * @param intervalSeconds 0 = infer
   */
  Answer importBars(InputStream file, String stamp, long intervalSeconds, Sink sink);

  /** Takes bars; what it gets counts only if the answer is {@link Answer.Imported}. */
  @FunctionalInterface
  interface Sink {
    /** Takes the next bar. */
    void bar(SeriesBar bar);
  }

  /** One bar as the file has it: its open time in epoch microseconds, UTC; the stamp as given. */
  record SeriesBar(
      long openTimeMicros,
      String stamp,
      BigDecimal open,
      BigDecimal high,
      BigDecimal low,
      BigDecimal close,
      BigDecimal volume) {}

  /** What came of a file. */
  sealed interface Answer {
    /** The whole file was read. The host counts bars, gaps and scale itself. */
    record Imported(long intervalSeconds, boolean dateOnly) implements Answer {}

    /**
     * The file is not valid.
     *
     * @param defect stable word such as {@code BARS_MISALIGNED}
     * @param line 1-based; 0 if not applicable
     * @param message may quote the file
     */
    record Refused(String defect, int line, UntrustedText message) implements Answer {}

    /** The process gave no usable answer; nothing is known about the file. */
    record Failed(String sentence) implements Answer {}
  }
}
