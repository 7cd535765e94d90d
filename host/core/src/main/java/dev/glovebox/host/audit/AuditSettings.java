package dev.glovebox.host.audit;

import java.nio.file.Path;

/**
 * Where a log lives and within which bounds it works.
 *
 * @param folder {@code <data>/audit/<origin>}
 * @param secondPlace file for the second copy of every checkpoint
 * @param onSealed told once, on the writer's thread, when the log failed and takes no more
 */
public record AuditSettings(
    Origin origin,
    Environment environment,
    Path folder,
    Path secondPlace,
    Bounds bounds,
    FaultHook faults,
    Runnable onSealed) {

  /**
   * Sizes of the writer.
   *
   * @param segmentBytes size of a segment file
   * @param queueRecordsMax waiting records; one more is refused with AUDIT_BACKPRESSURE
   * @param batchRecordsMax records per fsync
   * @param checkpointRecords records after which a checkpoint is written without being asked
   */
  public record Bounds(
      int segmentBytes, int queueRecordsMax, int batchRecordsMax, int checkpointRecords) {
    /** What the host uses: 64 MiB segments, a checkpoint every 8,192 records. */
    public static final Bounds STANDARD = new Bounds(64 * 1024 * 1024, 8_192, 1_024, 8_192);

    /** Checks that every bound is at least 1. */
    public Bounds {
      if (segmentBytes < 1
          || queueRecordsMax < 1
          || batchRecordsMax < 1
          || checkpointRecords < 1
          || segmentBytes > SegmentScanner.SEGMENT_BYTES_MAX) {
        throw new IllegalArgumentException("bounds of the log");
      }
    }
  }

  /** Returns the usual places below {@code data}, the usual bounds, and nobody to tell. */
  public static AuditSettings below(Path data, Origin origin, Environment environment) {
    return new AuditSettings(
        origin,
        environment,
        data.resolve("audit").resolve(origin.value()),
        data.resolve("second").resolve(origin.value()).resolve("checkpoints.log"),
        Bounds.STANDARD,
        FaultHook.NONE,
        () -> {});
  }

  /** Replaces the second place. */
  public AuditSettings withSecondPlace(Path file) {
    return new AuditSettings(origin, environment, folder, file, bounds, faults, onSealed);
  }

  /** Replaces the bounds. */
  public AuditSettings withBounds(Bounds other) {
    return new AuditSettings(origin, environment, folder, secondPlace, other, faults, onSealed);
  }

  /** Replaces the fault hook; for tests. */
  public AuditSettings withFaults(FaultHook hook) {
    return new AuditSettings(origin, environment, folder, secondPlace, bounds, hook, onSealed);
  }

  /** Names who is told when the log is sealed; the kill switch, for one. */
  public AuditSettings withOnSealed(Runnable listener) {
    return new AuditSettings(origin, environment, folder, secondPlace, bounds, faults, listener);
  }
}
