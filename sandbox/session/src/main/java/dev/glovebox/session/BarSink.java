package dev.glovebox.session;

import java.util.List;

/**
 * Takes the bars of an import in order, in pieces.
 *
 * <p>Until the summary arrives the series is not known to be whole: a sink keeps what it gets apart
 * and drops it when the answer is anything else.
 */
@FunctionalInterface
public interface BarSink {
  /** Takes the next bars. The importing process waits meanwhile; a throw ends the import. */
  void accept(List<BarRow> bars);
}
