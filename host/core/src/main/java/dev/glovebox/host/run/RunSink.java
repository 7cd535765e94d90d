package dev.glovebox.host.run;

import dev.glovebox.host.model.BarSet;
import dev.glovebox.host.model.UntrustedText;
import java.util.List;

/**
 * Takes what a run completes, set by set. Called by the run's thread alone.
 *
 * <p>Of a run that a fault ended it has exactly the completed sets: a fill that became known with a
 * set whose hooks did not return is in the records and not here.
 */
public interface RunSink {
  /**
   * All seven steps of a set are done.
   *
   * @param fills that became known with the set
   * @param line the Decision's line with its LF, valid during the call
   * @param length bytes of {@code line} that count
   */
  void completed(
      BarSet set, MarkedAccount account, List<BookedFill> fills, byte[] line, int length);

  /**
   * Returns whether this sink hashes the Decisions' lines itself, so that the loop need not do it a
   * second time; then {@link RunLoop#decisionDigest} is not there.
   */
  default boolean hashesDecisions() {
    return false;
  }

  /** The strategy wrote log lines. */
  void logged(List<UntrustedText> lines);
}
