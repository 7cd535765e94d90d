package dev.glovebox.host.market;

import dev.glovebox.host.model.UntrustedText;
import java.io.InputStream;

/** Port to the disposable process that parses files of trades. Bound by host/app. */
public interface TickImport {
  /** Has {@code file} parsed; trades go to {@code sink} in order while the process runs. */
  Answer importTicks(InputStream file, Sink sink);

  /** Takes trades; what it gets counts only if the answer is {@link Answer.Imported}. */
  @FunctionalInterface
  interface Sink {
    /** Takes the next trade. */
    void tick(Tick tick);
  }

  /** What came of a file. */
  sealed interface Answer {
    /** The whole file was read. */
    record Imported() implements Answer {}

    /**
     * The file is not valid.
     *
     * @param defect stable word such as {@code TICKS_NOT_INCREASING}
     * @param line 1-based; 0 if not applicable
     * @param message may quote the file
     */
    record Refused(String defect, int line, UntrustedText message) implements Answer {}

    /** The process gave no usable answer; nothing is known about the file. */
    record Failed(String sentence) implements Answer {}
  }
}
