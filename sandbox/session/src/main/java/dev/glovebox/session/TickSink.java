package dev.glovebox.session;

import java.util.List;

/**
 * Takes the trades of an import in order, in pieces; what it got counts only once the summary came.
 */
@FunctionalInterface
public interface TickSink {
  /** Takes the next trades. The importing process waits meanwhile; a throw ends the import. */
  void accept(List<TickRow> ticks);
}
