package dev.glovebox.jail;

/** Opens sessions: starts a worker process and waits until it has connected. */
public interface Workers {

  /**
   * Starts one single-use worker.
   *
   * @return an open session, or how the start failed
   */
  Opened open(WorkerLimits limits, WorkerKind kind);

  /** Starts one single-use worker for Python of profile {@link Profile#GATE}. */
  default Opened open(WorkerLimits limits) {
    return open(limits, WorkerKind.python(Profile.GATE));
  }

  /**
   * Opens a place for a run that may share its worker with others of {@code sharing}, and with
   * nobody else. Whether it does is the host's to say; without a word it gets its own.
   */
  default Opened open(WorkerLimits limits, WorkerKind kind, Sharing sharing) {
    return open(limits, kind);
  }

  /** The tier of every worker this instance opens. */
  Tier tier();

  /**
   * Whose runs may share a worker.
   *
   * @param owner who is accountable for them; workers are never shared between owners
   * @param kind for what they run; kinds are never mixed
   */
  record Sharing(String owner, String kind) {}

  /** Result of {@link #open}. */
  sealed interface Opened permits Open, Failed {}

  /** The worker has connected; its hello is checked at {@link Session#start}. */
  record Open(Session session) implements Opened {}

  /** No worker; everything that was started is gone again. */
  record Failed(Session.Ended end) implements Opened {}
}
