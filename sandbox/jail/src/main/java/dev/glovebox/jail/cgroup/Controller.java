package dev.glovebox.jail.cgroup;

import java.util.Locale;

/** What a cgroup bounds. */
public enum Controller {
  /** Memory, with what the kernel keeps for the processes and files in memory. */
  MEMORY,
  /** Number of processes and threads. */
  PIDS,
  /** Processor time. */
  CPU;

  /** The kernel's name. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
