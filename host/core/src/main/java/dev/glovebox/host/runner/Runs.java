package dev.glovebox.host.runner;

import dev.glovebox.host.identity.Caller;
import dev.glovebox.host.model.Json;
import dev.glovebox.host.model.Page;
import dev.glovebox.host.model.RunId;
import dev.glovebox.host.model.UntrustedText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.function.Predicate;

/** Starts, stops, finds, watches and reports runs. Refusals are {@code Refusal}s with a code. */
public interface Runs {
  /**
   * Checks the RunSpec, records the manifest and starts the run.
   *
   * @param grant id of the run grant within the team; empty = none, as for a backtest
   * @param idempotencyKey same key and same request return the first run; empty = none
   */
  RunId start(Caller caller, RunSpec spec, String grant, String idempotencyKey);

  /** Starts a run that needs no grant. */
  default RunId start(Caller caller, RunSpec spec, String idempotencyKey) {
    return start(caller, spec, "", idempotencyKey);
  }

  /**
   * Ends a run on request, RUN_CANCELLED, and returns once it is over; one that is over stays as it
   * is.
   *
   * @param reason recorded as it is
   */
  RunSummary stop(Caller caller, RunId run, UntrustedText reason);

  /** Returns one run that the caller may read. */
  RunSummary find(Caller caller, RunId run);

  /** Lists the runs that the caller may read, newest first. */
  Page<RunSummary> list(Caller caller, int pageSize, String pageToken);

  /**
   * Sends every event from the first to the last, then returns.
   *
   * @param listener returns false to stop watching
   */
  void watch(Caller caller, RunId run, Predicate<RunEvent> listener);

  /**
   * Returns files of a finished run, or refuses with RUN_NOT_FINISHED or ARGUMENT_INVALID (no file
   * of that name).
   *
   * @param files names; empty = all but {@code report.html}, which is made when it is asked for
   */
  List<ReportFile> report(Caller caller, RunId run, List<String> files);

  /** Returns all files of a finished run but {@code report.html}. */
  default List<ReportFile> report(Caller caller, RunId run) {
    return report(caller, run, List.of());
  }

  /** What happens in a run, as far as a watcher may know. */
  sealed interface RunEvent {
    /** Progress; at most a few per second. */
    record Progress(long barsCompleted, long bars) implements RunEvent {}

    /** A log line of the strategy. */
    record Log(UntrustedText line) implements RunEvent {}

    /**
     * The run is over; the last event.
     *
     * @param report the content of {@code report.json}
     * @param logPosition sequence of the run's result record in the log
     * @param message what a fault said; untrusted
     */
    record Ended(Json.Obj report, long logPosition, UntrustedText message) implements RunEvent {}
  }

  /** One file of a report, by its name in {@code --out}; it may be larger than any memory. */
  record ReportFile(String name, Content content) {
    /** Returns a file of these bytes. */
    public static ReportFile of(String name, byte[] bytes) {
      return new ReportFile(name, () -> new ByteArrayInputStream(bytes));
    }

    /** What is in a file. */
    @FunctionalInterface
    public interface Content {
      /**
       * Opens it at its beginning.
       *
       * @throws dev.glovebox.host.model.Refusal AUDIT_PAYLOAD_MISSING or another if it is gone or
       *     damaged
       */
      InputStream open() throws IOException;
    }
  }
}
