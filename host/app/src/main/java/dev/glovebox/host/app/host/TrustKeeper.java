package dev.glovebox.host.app.host;

import dev.glovebox.host.identity.Caller;
import dev.glovebox.host.model.Page;
import dev.glovebox.host.model.RunId;
import dev.glovebox.host.model.UntrustedText;
import dev.glovebox.host.runner.RunSpec;
import dev.glovebox.host.runner.RunSummary;
import dev.glovebox.host.runner.Runs;
import java.util.List;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs that rewrite the trust file when a run has ended. */
final class TrustKeeper implements Runs {
  private static final Logger LOG = LoggerFactory.getLogger(TrustKeeper.class);

  private final Runs runs;
  private final Runnable write;

  TrustKeeper(Runs runs, Runnable write) {
    this.runs = runs;
    this.write = write;
  }

  @Override
  public RunId start(Caller caller, RunSpec spec, String grant, String idempotencyKey) {
    RunId run = runs.start(caller, spec, grant, idempotencyKey);
    Thread.ofVirtual().name("trust").start(() -> writeAfter(caller, run));
    return run;
  }

  @Override
  public RunSummary stop(Caller caller, RunId run, UntrustedText reason) {
    return runs.stop(caller, run, reason);
  }

  @Override
  public RunSummary find(Caller caller, RunId run) {
    return runs.find(caller, run);
  }

  @Override
  public Page<RunSummary> list(Caller caller, int pageSize, String pageToken) {
    return runs.list(caller, pageSize, pageToken);
  }

  @Override
  public void watch(Caller caller, RunId run, Predicate<RunEvent> listener) {
    runs.watch(caller, run, listener);
  }

  @Override
  public List<ReportFile> report(Caller caller, RunId run, List<String> files) {
    return runs.report(caller, run, files);
  }

  private void writeAfter(Caller caller, RunId run) {
    try {
      runs.watch(caller, run, event -> true);
      write.run();
    } catch (RuntimeException e) {
      // The host writes it again when it ends; then a failure is its answer.
      LOG.info("the trust file was not written after {}", run, e);
    }
  }
}
