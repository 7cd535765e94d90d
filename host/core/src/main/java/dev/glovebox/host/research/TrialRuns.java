package dev.glovebox.host.research;

import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Refusal;
import dev.glovebox.host.run.RunSink;
import dev.glovebox.host.runner.Trials;
import dev.glovebox.host.runner.Trials.Outcome;
import dev.glovebox.host.runner.Trials.Variation;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BooleanSupplier;

/** The runs of one check, a bounded number at a time, each ended with the check. */
final class TrialRuns {
  private final Trials.Trial trial;
  private final ExecutorService threads;
  private final BooleanSupplier over;

  /**
   * Runs on {@code threads}, which are shared by all checks of the host.
   *
   * @param over true once the check was cancelled or its time is up
   */
  TrialRuns(Trials.Trial trial, ExecutorService threads, BooleanSupplier over) {
    this.trial = trial;
    this.threads = threads;
    this.over = over;
  }

  /** What came of one run. */
  sealed interface Ran {
    /** It ran; {@code cut} if the check or its judge ended it. */
    record Done(Outcome outcome, boolean cut) implements Ran {}

    /** It could not run at all. */
    record NotRun(Code code, String sentence) implements Ran {}
  }

  /** A run on its way. */
  interface Pending {
    /** Waits for it. */
    Ran await();
  }

  /** Starts a run; {@code enough} ends it early. */
  Pending start(Variation variation, RunSink sink, BooleanSupplier enough) {
    Future<Ran> future;
    try {
      future = threads.submit(() -> run(variation, sink, enough));
    } catch (RejectedExecutionException e) {
      return () -> new Ran.NotRun(Code.RUN_INTERRUPTED, "the host ended");
    }
    return () -> await(future);
  }

  /** Whether no further run will begin. */
  boolean over() {
    return over.getAsBoolean();
  }

  private Ran run(Variation variation, RunSink sink, BooleanSupplier enough) {
    if (over.getAsBoolean()) {
      return new Ran.NotRun(Code.RUN_CANCELLED, "the time of the checks was up");
    }
    try {
      BooleanSupplier stop = () -> enough.getAsBoolean() || over.getAsBoolean();
      Outcome outcome = trial.run(variation, sink, stop);
      return new Ran.Done(outcome, outcome.end().code() == Code.RUN_INTERRUPTED);
    } catch (Refusal e) {
      return new Ran.NotRun(e.code(), e.sentence());
    }
  }

  private static Ran await(Future<Ran> future) {
    try {
      return future.get();
    } catch (CancellationException e) {
      return new Ran.NotRun(Code.RUN_INTERRUPTED, "the host ended");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Ran.NotRun(Code.RUN_INTERRUPTED, "the host ended");
    } catch (ExecutionException e) {
      throw new IllegalStateException("a run over altered bars failed", e.getCause());
    }
  }
}
