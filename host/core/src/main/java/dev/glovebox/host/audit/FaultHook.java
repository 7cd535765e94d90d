package dev.glovebox.host.audit;

import java.io.IOException;

/**
 * Where a test lets the writer fail or die. The host passes {@link #NONE}.
 *
 * <p>A hook that throws acts as the disk failing at that point.
 */
@FunctionalInterface
public interface FaultHook {
  /** Does nothing. */
  FaultHook NONE = _ -> {};

  /** Called by the writer when it reaches {@code point}. */
  void at(Point point) throws IOException;

  /** The steps of the writer, in the order they can be reached. */
  enum Point {
    /** A segment file exists, its size is not set. */
    SEGMENT_CREATED,
    /** The segment has its size; its name is not forced. */
    SEGMENT_SIZED,
    /** The segment is ready for frames. */
    SEGMENT_READY,
    /** A batch is framed, nothing written. */
    BEFORE_WRITE,
    /** Half of the batch's bytes are written. */
    HALF_WRITTEN,
    /** All bytes are written, not forced. */
    BEFORE_FORCE,
    /** The batch is on disk, nobody was told. */
    AFTER_FORCE,
    /** The callers have their receipts. */
    RECEIPTS_GIVEN,
    /** A full segment is on disk, not sealed. */
    BEFORE_SEAL,
    /** The full segment's tail is cut. */
    SEAL_TRUNCATED,
    /** The full segment is read-only. */
    SEALED,
    /** A checkpoint is signed, nothing written. */
    CHECKPOINT_SIGNED,
    /** Half of the note stands in the log's folder. */
    CHECKPOINT_HALF_WRITTEN,
    /** The note stands in the log's folder. */
    CHECKPOINT_IN_FOLDER,
    /** Half of the note stands in the second place. */
    SECOND_PLACE_HALF_WRITTEN,
    /** The note stands in both places. */
    CHECKPOINT_IN_SECOND_PLACE,
    /** The newest checkpoint is replaced. */
    CHECKPOINT_REPLACED
  }
}
