package dev.glovebox.host.audit;

import dev.glovebox.host.model.RunId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The next step id of each run. The log and the run's journal share it, so that the ids of both
 * together have no gap and no repeat. Thread-safe.
 */
final class StepIds {
  private final Map<RunId, AtomicLong> next = new ConcurrentHashMap<>();

  /** Takes the run's next step id; the first is 0. */
  long take(RunId run) {
    return of(run).getAndIncrement();
  }

  /** Gives back an id that no record used. */
  void giveBack(RunId run, long stepId) {
    boolean _ = of(run).compareAndSet(stepId + 1, stepId);
  }

  /** Learns at start that the run has used {@code stepId}. */
  void used(RunId run, long stepId) {
    long _ = of(run).accumulateAndGet(stepId + 1, Math::max);
  }

  /** Returns the run's counter: its value is the next id. */
  AtomicLong of(RunId run) {
    AtomicLong known = next.get(run);
    return known != null ? known : next.computeIfAbsent(run, _ -> new AtomicLong());
  }
}
