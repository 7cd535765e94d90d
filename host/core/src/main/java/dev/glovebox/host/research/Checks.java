package dev.glovebox.host.research;

import dev.glovebox.host.identity.Caller;
import dev.glovebox.host.model.CheckId;
import dev.glovebox.host.model.Json;
import dev.glovebox.host.runner.RunSpec;
import java.util.function.Predicate;

/** Starts and watches honesty checks. Refusals are {@code Refusal}s with a code. */
public interface Checks {
  /**
   * Checks the RunSpec as the start of a backtest does and starts the checks. Block and profile of
   * the spec do not matter: the checks vary them.
   *
   * @param idempotencyKey same key and same RunSpec return the first check; empty = none
   */
  CheckId start(Caller caller, RunSpec spec, String idempotencyKey);

  /**
   * Sends what each check found, then the end, then returns.
   *
   * @param listener returns false to stop watching
   */
  void watch(Caller caller, CheckId check, Predicate<CheckEvent> listener);

  /** What a watcher is told. */
  sealed interface CheckEvent {
    /** One check is done; {@code name} is one of {@link CheckName#text()}. */
    record Found(String name, Verdict verdict, String summary) implements CheckEvent {}

    /**
     * All are done; the last event.
     *
     * @param report {@code check.json}
     * @param logPosition sequence of its record in the log
     */
    record Ended(Json.Obj report, long logPosition) implements CheckEvent {}
  }
}
