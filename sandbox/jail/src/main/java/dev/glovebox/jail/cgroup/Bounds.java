package dev.glovebox.jail.cgroup;

/**
 * What one cgroup may use.
 *
 * @param memoryBytes most memory
 * @param processes most processes and threads at once
 * @param cpuPercent most processor time, in percent of one processor
 */
public record Bounds(long memoryBytes, int processes, int cpuPercent) {
  /** Refuses bounds that bound nothing or let nothing run. */
  public Bounds {
    if (memoryBytes < 1 || processes < 1 || cpuPercent < 1) {
      throw new IllegalArgumentException("bounds must be positive");
    }
  }
}
