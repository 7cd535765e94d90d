package dev.glovebox.host.audit;

import dev.glovebox.host.model.RunId;
import java.util.List;
import java.util.Optional;

/**
 * What the log found when it was opened.
 *
 * @param created there was no log before
 * @param cut a torn last frame that was cut
 * @param interrupted runs with a manifest and no result; each got a {@code recovery} record
 */
public record Recovery(boolean created, Optional<Cut> cut, List<RunId> interrupted) {
  /** Copies the list. */
  public Recovery {
    interrupted = List.copyOf(interrupted);
  }

  /**
   * A torn last frame.
   *
   * @param sequence the record that was lost; it never had a receipt
   * @param segment first sequence of the segment file
   * @param offset in the segment, in bytes
   */
  public record Cut(long sequence, long segment, int offset) {}
}
