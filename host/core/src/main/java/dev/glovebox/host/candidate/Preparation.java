package dev.glovebox.host.candidate;

import dev.glovebox.host.model.UntrustedText;
import java.util.List;

/** Port to the disposable process that prepares sources. Bound by host/app. Thread-safe. */
public interface Preparation {
  /** Prepares one source; blocks for the life of the process. */
  Answer prepare(String language, byte[] source);

  /** What came of it. */
  sealed interface Answer {
    /**
     * What a worker will load.
     *
     * @param formVersion version of the normal form, 1 or more
     * @param lineMap element i is the submitted line of form line {@code i + 1}
     */
    @SuppressWarnings("ArrayRecordComponent") // opaque bytes, never compared
    record Prepared(byte[] form, int formVersion, List<Integer> lineMap) implements Answer {
      /** Copies the list. */
      public Prepared {
        lineMap = List.copyOf(lineMap);
      }
    }

    /**
     * The source cannot be prepared.
     *
     * @param defect stable word of the preparation
     * @param line 1-based; 0 if not applicable
     * @param column 1-based; 0 if not applicable
     * @param message may quote the source
     */
    record Refused(String defect, int line, int column, UntrustedText message) implements Answer {
      /** Returns the sentence for who wants to run the source, as one encoded line. */
      public String sentence() {
        String place = line == 0 ? "" : ", line " + line + (column == 0 ? "" : ":" + column);
        return "the source cannot be prepared: " + defect + place + ": " + message.forTerminal();
      }
    }

    /** The process gave no usable answer; nothing is known about the source. */
    record Failed(String sentence) implements Answer {}
  }
}
