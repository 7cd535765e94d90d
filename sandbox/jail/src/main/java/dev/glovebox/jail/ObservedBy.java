package dev.glovebox.jail;

/** Who saw the thing that ended a worker. What a worker claims can only make an outcome worse. */
public enum ObservedBy {
  /** The host saw it: exit status, signal, wall time, bytes. */
  HOST,
  /** The worker said so. */
  WORKER
}
