package dev.glovebox.jail;

/**
 * Memory bounds of one child JVM.
 *
 * @param heapMebibytes largest Java heap, 16 to 65536
 * @param directMebibytes largest sum of direct buffers, 1 to 65536
 */
public record ProcessLimits(int heapMebibytes, int directMebibytes) {
  /** Smallest heap with which a JVM starts and can still report its own end. */
  public static final int HEAP_MEBIBYTES_MIN = 16;

  /** Largest value of either bound. */
  public static final int MEBIBYTES_MAX = 65_536;

  /** Refuses bounds that bound nothing. */
  public ProcessLimits {
    if (heapMebibytes < HEAP_MEBIBYTES_MIN || heapMebibytes > MEBIBYTES_MAX) {
      throw new IllegalArgumentException("heap of " + heapMebibytes + " MiB");
    }
    if (directMebibytes < 1 || directMebibytes > MEBIBYTES_MAX) {
      throw new IllegalArgumentException("direct memory of " + directMebibytes + " MiB");
    }
  }
}
