package dev.glovebox.jail;

/** Opens sessions: starts a worker process and waits until it has connected. */
public interface Workers {

  /**
   * Starts one single-use worker.
   *
   * @return an open session, or how the start failed
   */
  Opened open(WorkerLimits limits, Profile profile);

  /** Starts one single-use worker of profile {@link Profile#GATE}. */
  default Opened open(WorkerLimits limits) {
    return open(limits, Profile.GATE);
  }

  /** The tier of every worker this instance opens. */
  Tier tier();

  /** Result of {@link #open}. */
  sealed interface Opened permits Open, Failed {}

  /** The worker has connected; its hello is checked at {@link Session#start}. */
  record Open(Session session) implements Opened {}

  /** No worker; everything that was started is gone again. */
  record Failed(Session.Ended end) implements Opened {}
}
