package dev.glovebox.jail.launch;

import dev.glovebox.jail.ProcessLimits;

/**
 * What one process may use beside what the JVM itself bounds.
 *
 * @param memoryBytes of everything, also what the JVM does not count
 * @param fileBytes largest file that it may write
 * @param cpuSeconds processor time
 */
public record Allowance(long memoryBytes, long fileBytes, long cpuSeconds) {
  private static final long MEBIBYTE = 1024L * 1024L;

  /** The allowance of a process of {@code limits}, which grows with the runs that it may hold. */
  static Allowance of(JailSettings settings, ProcessLimits limits) {
    boolean makes = settings.output().isPresent();
    int others = limits.runs() - 1;
    int more =
        (makes ? Launch.MAKING_MEBIBYTES : Launch.NATIVE_MEBIBYTES)
            + others * Launch.NATIVE_MEBIBYTES_PER_RUN;
    long memory = (limits.heapMebibytes() + limits.directMebibytes() + more) * MEBIBYTE;
    return of(settings, memory, limits.runs());
  }

  /** The allowance of a process that is no JVM and may use so much memory. */
  public static Allowance ofTrial(JailSettings settings, long memoryBytes) {
    return of(settings, memoryBytes, 1);
  }

  private static Allowance of(JailSettings settings, long memoryBytes, int runs) {
    return new Allowance(
        memoryBytes,
        settings.output().isPresent() ? Launch.IMAGE_FILE_BYTES_MAX : Launch.TEMPORARY_BYTES_MAX,
        (long) Launch.CPU_SECONDS_MAX * runs);
  }
}
