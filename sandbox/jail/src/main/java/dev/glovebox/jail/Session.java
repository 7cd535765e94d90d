package dev.glovebox.jail;

import java.util.List;
import java.util.Optional;

/**
 * One worker's life for one run, seen from the host.
 *
 * <p>Calls go in this order: {@link #start}, {@link #send} and {@link #answer} any number of times,
 * {@link #stop}, and always {@link #close}. Every call returns within its wall deadline; after an
 * {@link Ended} only the drains and {@link #close} may follow. Not thread-safe: the run loop owns
 * it.
 */
public interface Session extends AutoCloseable {

  /**
   * Checks the worker's hello, sends the prepared form and waits until the strategy is constructed.
   * The calling thread is the session's from here on: all other calls come from it.
   */
  Started start(StartOrder order);

  /**
   * Sends one set (lock-step) or several (a block), and does not wait. The wall deadline of the
   * answer starts here; {@link #answer} must be the next call.
   *
   * @param sets 1 to {@code BLOCK_SETS_MAX} sets, oldest first
   */
  void send(List<SetFrame> sets);

  /** Waits for the answer to what {@link #send} sent. */
  Answered answer();

  /** Sends sets and waits for the answer. */
  default Answered next(List<SetFrame> sets) {
    send(sets);
    return answer();
  }

  /** Runs {@code on_stop} and waits until the worker has said its last word. */
  Finished stop();

  /** Returns the log lines received since the last call: untrusted text, already bounded. */
  List<String> drainLog();

  /**
   * Measures in force for this worker, for example {@code own-jvm}, {@code cleared-environment}.
   */
  List<String> isolationMeasures();

  /** What the worker's image was found to be before it was started; empty if nobody looked. */
  default Optional<ImageIdentity> image() {
    return Optional.empty();
  }

  /** Which place of a shared worker this run was given; empty if the worker is its own. */
  default Optional<SharedSeat> seat() {
    return Optional.empty();
  }

  /** Returns the moves to another worker since the last call. */
  default List<Moved> drainMoves() {
    return List.of();
  }

  /**
   * Has a move to another worker that is under way, and every later one, given up: the call that
   * moves is then answered with {@link Ended}, reason {@link WorkerEnd#RUN_INTERRUPTED}. The one
   * method that any thread may call.
   */
  default void stopMoving() {}

  /**
   * Says what the caller thinks of the worker whose run it ends by itself, before {@link #close}.
   */
  default void judge(Verdict verdict) {}

  /**
   * Ends the run's worker, or its part of a shared one, and removes its socket. Never throws.
   *
   * <p>A shared process goes on for the others only if the run is known to have left it in order:
   * it had not been told anything yet, {@link Done} or a harmless {@link Ended} was answered, or
   * {@link #judge} said so.
   */
  @Override
  void close();

  /** What a caller thinks of a worker. */
  enum Verdict {
    /** Nothing is wrong with it, and it was asked nothing that it has not answered. */
    IN_ORDER,
    /** It said what no honest worker says. */
    BREACHED
  }

  /**
   * A place in a worker that runs of one owner share.
   *
   * @param worker names the worker; the runs of one worker are siblings
   * @param number of this place, from 1
   * @param seats most runs of the worker
   */
  record SharedSeat(String worker, int number, int seats) {}

  /**
   * A run whose worker ended by no doing of the run was to go on in another: where it is told again
   * all that it had been told, and must say the same again.
   *
   * @param cause of the end of the worker before
   * @param answers that were compared, the start's first
   * @param to the worker it was to go on in; empty if none could be had
   * @param failure why it did not go on there; empty if it did
   */
  record Moved(Cause cause, long answers, Optional<Destination> to, Optional<Ended> failure) {}

  /**
   * Why a shared worker ended.
   *
   * @param reason what ended the process
   * @param sentence for people
   * @param endedFor the place of the run that the host ended it for; empty if it died by itself,
   *     and nobody can tell for whom
   */
  record Cause(WorkerEnd reason, String sentence, Optional<SharedSeat> endedFor) {}

  /**
   * A worker that a run was given after its first.
   *
   * @param seat in it; empty if it is the run's own
   * @param image what it was started from; empty if nobody looked
   */
  record Destination(Optional<SharedSeat> seat, Optional<ImageIdentity> image) {}

  /** Answer to {@link #start}. */
  sealed interface Started permits Ready, Ended {}

  /** Answer to {@link #send}. */
  sealed interface Answered permits Processed, Ended {}

  /** Answer to {@link #stop}. */
  sealed interface Finished permits Done, Ended {}

  /**
   * The strategy is constructed. All text is the worker's claim and untrusted.
   *
   * @param warmupBars bars during which intents are denied, 0 or more
   */
  record Ready(
      int warmupBars,
      String strategyClass,
      List<StrategyParameter> parameters,
      String engineVersion,
      String javaVersion)
      implements Started {}

  /** A parameter with the value in force, as canonical text. Untrusted. */
  record StrategyParameter(String name, String type, String value) {}

  /**
   * The worker processed sets.
   *
   * @param consumed sets processed, 1 to the number sent; fewer than sent only with an intent
   * @param intents of the last consumed set, in call order; untrusted
   * @param statements the worker's claim of the largest statement count of one hook call
   */
  record Processed(int consumed, List<RawIntent> intents, long statements) implements Answered {}

  /** The worker stopped as asked. */
  record Done() implements Finished {}

  /**
   * The worker is gone, or must be killed now.
   *
   * @param message untrusted text, at most 1024 bytes
   * @param hook where the guest was, for example {@code on_bar}; untrusted, may be empty
   * @param line line of the submitted source, 1-based; 0 if unknown
   * @param exceptionClass untrusted, may be empty
   * @param consumed sets of the current call completed before the end
   */
  record Ended(
      WorkerEnd reason,
      ObservedBy observedBy,
      String message,
      String hook,
      int line,
      String exceptionClass,
      int consumed)
      implements Started, Answered, Finished {}
}
