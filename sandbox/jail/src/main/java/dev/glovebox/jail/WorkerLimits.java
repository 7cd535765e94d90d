package dev.glovebox.jail;

import java.time.Duration;

/** Limits of one worker. The defaults are those of the RunSpec's {@code [worker]} table. */
public record WorkerLimits(
    long statementsPerHookMax,
    Duration wallPerHook,
    Duration wallStart,
    int heapMebibytes,
    int directMebibytes,
    int recursionMax,
    int logLineBytesMax,
    int logRunBytesMax,
    int intentsPerHookMax,
    int historyBarsMax) {

  /** Longest wait for one answer, whatever the block size. */
  public static final Duration ANSWER_WAIT_MAX = Duration.ofMinutes(2);

  /** Longest sum of the host's waits for answers of one worker. */
  public static final Duration RUN_WAIT_MAX = Duration.ofHours(24);

  /**
   * Most processor time of one worker for each run that it may hold; what a processor can do in
   * half of the sum above.
   */
  public static final Duration RUN_CPU_MAX = Duration.ofHours(12);

  /** Most sets in one block. */
  public static final int BLOCK_SETS_MAX = 4096;

  /** The defaults of contracts.md. */
  public static final WorkerLimits DEFAULT =
      new WorkerLimits(
          1_000_000,
          Duration.ofSeconds(10),
          Duration.ofSeconds(30),
          256,
          64,
          200,
          4 * 1024,
          1024 * 1024,
          256,
          10_000);
}
