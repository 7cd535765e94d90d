package dev.glovebox.jail;

import java.util.Optional;

/**
 * How a child process ended, as the host saw it.
 *
 * @param status exit status; 128 + signal after a signal
 * @param killedFor why the host killed it, or the kernel at a bound that the host had set: a status
 *     alone cannot tell our kill from another's
 */
public record ProcessExit(int status, Optional<WorkerEnd> killedFor) {
  /** Status of a JVM that ended by {@code -XX:+ExitOnOutOfMemoryError}. */
  public static final int STATUS_OUT_OF_MEMORY = 3;

  /** Statuses from here on tell of a signal. */
  private static final int SIGNALLED = 128;

  /** The reason to report: our own kill first, then memory, else a fault of the process. */
  public WorkerEnd reason() {
    if (killedFor.isPresent()) {
      return killedFor.get();
    }
    return status == STATUS_OUT_OF_MEMORY ? WorkerEnd.MEMORY_LIMIT : WorkerEnd.WORKER_FAULT;
  }

  /** This exit as one that nobody caused, if its status is no signal's; else empty. */
  public Optional<ProcessExit> ofItsOwn() {
    return status < SIGNALLED
        ? Optional.of(new ProcessExit(status, Optional.empty()))
        : Optional.empty();
  }
}
