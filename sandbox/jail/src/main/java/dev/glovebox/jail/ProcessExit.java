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

  /** The reason to report: our own kill first, then memory, else a fault of the process. */
  public WorkerEnd reason() {
    if (killedFor.isPresent()) {
      return killedFor.get();
    }
    return status == STATUS_OUT_OF_MEMORY ? WorkerEnd.MEMORY_LIMIT : WorkerEnd.WORKER_FAULT;
  }
}
