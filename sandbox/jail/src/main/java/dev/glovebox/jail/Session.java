package dev.glovebox.jail;

import java.util.List;
import java.util.Optional;

/**
 * One worker's life for one run, seen from the host.
 *
 * <p>Calls go in this order: {@link #start}, {@link #send} and {@link #answer} any number of times,
 * {@link #stop}, and always {@link #close}. Every call returns within its wall deadline; after an
 * {@link Ended} only {@link #drainLog} and {@link #close} may follow. Not thread-safe: the run loop
 * owns it.
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

  /** Ends the run's worker, or its part of a shared one, and removes its socket. Never throws. */
  @Override
  void close();

  /**
   * A place in a worker that runs of one owner share.
   *
   * @param worker names the worker; the runs of one worker are siblings
   * @param number of this place, from 1
   * @param seats most runs of the worker
   */
  record SharedSeat(String worker, int number, int seats) {}

  /**
   * A run whose worker ended by no doing of the run went on in another, after it was told again all
   * that it had been told, and had said the same again.
   *
   * @param sentence why the worker before ended
   * @param answers that were compared, the start's first
   * @param seat in the worker it went on in; empty if that is its own
   */
  record Moved(String sentence, long answers, Optional<SharedSeat> seat) {}

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
