package dev.glovebox.host.audit;

import dev.glovebox.host.model.RunId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The next step id of each run. The log and the run's journal share it, so that the ids of both
 * together have no gap and no repeat. Thread-safe.
 */
final class StepIds {
  private final Map<RunId, Long> next = new ConcurrentHashMap<>();

  /** Takes the run's next step id; the first is 0. */
  long take(RunId run) {
    return next.merge(run, 1L, Long::sum) - 1;
  }

  /** Gives back an id that no record used. */
  void giveBack(RunId run, long stepId) {
    next.replace(run, stepId + 1, stepId);
  }

  /** Learns at start that the run has used {@code stepId}. */
  void used(RunId run, long stepId) {
    next.merge(run, stepId + 1, Math::max);
  }
}
