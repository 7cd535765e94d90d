package dev.glovebox.jail;

/**
 * Bounds of one child JVM.
 *
 * @param heapMebibytes largest Java heap, 16 to 65536
 * @param directMebibytes largest sum of direct buffers, 1 to 65536
 * @param runs that the process may hold, 1 to 32: what it may use beside those two, processor time
 *     and native memory, grows with them
 */
public record ProcessLimits(int heapMebibytes, int directMebibytes, int runs) {
  /** Smallest heap with which a JVM starts and can still report its own end. */
  public static final int HEAP_MEBIBYTES_MIN = 16;

  /** Largest value of either bound. */
  public static final int MEBIBYTES_MAX = 65_536;

  /** Most runs of one process. */
  public static final int RUNS_MAX = 32;

  /** Refuses bounds that bound nothing. */
  public ProcessLimits {
    if (heapMebibytes < HEAP_MEBIBYTES_MIN || heapMebibytes > MEBIBYTES_MAX) {
      throw new IllegalArgumentException("heap of " + heapMebibytes + " MiB");
    }
    if (directMebibytes < 1 || directMebibytes > MEBIBYTES_MAX) {
      throw new IllegalArgumentException("direct memory of " + directMebibytes + " MiB");
    }
    if (runs < 1 || runs > RUNS_MAX) {
      throw new IllegalArgumentException(runs + " runs in a process");
    }
  }

  /** Bounds of a process for one run, or for none. */
  public ProcessLimits(int heapMebibytes, int directMebibytes) {
    this(heapMebibytes, directMebibytes, 1);
  }
}
