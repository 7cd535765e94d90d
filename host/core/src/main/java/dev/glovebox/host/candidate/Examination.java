package dev.glovebox.host.candidate;

import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Refusal;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Analysis and preparation of one source, side by side: each is a process of its own.
 *
 * @param analysis empty when it was switched off
 */
record Examination(Optional<Analysis.Answer> analysis, Preparation.Answer preparation) {
  /** Runs both to their end. Preparation runs always, whatever analysis says. */
  static Examination of(
      Analysis analysis, Preparation preparation, Candidates.Submission submission) {
    FutureTask<Preparation.Answer> preparing =
        new FutureTask<>(() -> preparation.prepare(submission.language(), submission.source()));
    // The process that it starts must not die with a pooled thread: a platform thread per task.
    Thread.ofPlatform().name("preparation").daemon().start(preparing);
    Optional<Analysis.Answer> findings =
        submission.analysis() ? Optional.of(analyze(analysis, submission)) : Optional.empty();
    return new Examination(findings, await(preparing));
  }

  private static Analysis.Answer analyze(Analysis analysis, Candidates.Submission submission) {
    try {
      return analysis.analyze(submission.language(), submission.source());
    } catch (RuntimeException e) {
      return new Analysis.Answer.Failed("analysis failed: " + e.getClass().getSimpleName());
    }
  }

  private static Preparation.Answer await(FutureTask<Preparation.Answer> preparing) {
    try {
      return preparing.get();
    } catch (ExecutionException e) {
      return new Preparation.Answer.Failed("preparation failed");
    } catch (InterruptedException e) {
      preparing.cancel(true);
      Thread.currentThread().interrupt();
      throw new Refusal(Code.PREPARATION_FAILED, "interrupted during preparation");
    }
  }
}
