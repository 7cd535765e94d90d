package dev.glovebox.host.runner;

import dev.glovebox.host.audit.AuditLog;
import dev.glovebox.host.audit.Receipt;
import dev.glovebox.host.candidate.PreparedArtifacts;
import dev.glovebox.host.candidate.PreparedArtifacts.PreparedArtifact;
import dev.glovebox.host.clock.Clock;
import dev.glovebox.host.identity.Caller;
import dev.glovebox.host.identity.Role;
import dev.glovebox.host.keys.Keys;
import dev.glovebox.host.market.Series;
import dev.glovebox.host.market.SeriesLibrary;
import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Instrument;
import dev.glovebox.host.model.Refusal;
import dev.glovebox.host.model.RunId;
import dev.glovebox.host.payload.Payload;
import dev.glovebox.host.payload.PayloadStore;
import dev.glovebox.host.risk.Limits;
import dev.glovebox.host.store.IdempotencyTable;
import dev.glovebox.host.venue.Costs;
import dev.glovebox.jail.Workers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Runs in this host: one worker and one thread each. Thread-safe.
 *
 * <p>A run's manifest is in the log before any byte of its candidate is loaded; its result record
 * carries the hashes of all files that it left.
 */
public final class LocalRuns implements Runs, Trials, AutoCloseable {
  /** Name under which start's idempotency keys are kept. */
  static final String START = "backtests.start";

  /** How long {@link #close} waits for the runs; what is left then is found at the next start. */
  static final Duration CLOSE_WAIT_MAX = Duration.ofSeconds(15);

  private final Parts parts;
  private final RunLogRecords records;
  private final RunArchive archive;
  private final LocalRun.Surroundings around;
  private final Semaphore places;
  private final Map<RunId, Live> live = new ConcurrentHashMap<>();

  /**
   * What the host gives.
   *
   * @param journals folder for journals of live runs, on the payloads' file system
   * @param runIds source of new run ids such as {@code run-0123456789abcdef}, never the same twice
   * @param runsMax most runs at once
   */
  public record Parts(
      PreparedArtifacts artifacts,
      SeriesLibrary series,
      LimitsBook limits,
      Workers workers,
      AuditLog log,
      Keys keys,
      PayloadStore payloads,
      Path journals,
      RunTable runs,
      IdempotencyTable idempotency,
      Clock clock,
      HostBuild build,
      Supplier<String> runIds,
      int runsMax) {}

  private record Live(LocalRun run, Thread thread) {}

  /** Uses the host's parts. */
  public LocalRuns(Parts parts) {
    this.parts = parts;
    this.records = new RunLogRecords(parts.log(), parts.build());
    this.archive = new RunArchive(parts.payloads());
    this.around =
        new LocalRun.Surroundings(
            new Wiring(parts.log(), parts.keys(), parts.payloads(), parts.journals()),
            parts.payloads(),
            records,
            parts.runs(),
            parts.clock());
    this.places = new Semaphore(parts.runsMax());
  }

  @Override
  public RunId start(Caller caller, RunSpec spec, String idempotencyKey) {
    Wiring.check(spec.mode());
    SpecChecks.check(spec);
    String id =
        parts
            .idempotency()
            .once(
                new IdempotencyTable.CallName(caller.team(), caller.owner(), START, idempotencyKey),
                spec.hash(),
                Instants.of(parts.clock()),
                () -> begin(caller, plan(caller, spec)).value());
    return new RunId(caller.team(), id);
  }

  @Override
  public void watch(Caller caller, RunId run, Predicate<RunEvent> listener) {
    Live known = live.get(run);
    RunTable.RunRow row = row(caller, run);
    if (known != null) {
      known.run().events().watch(listener);
      return;
    }
    boolean _ = listener.test(PastRuns.ended(row, archive, parts));
  }

  @Override
  public List<ReportFile> report(Caller caller, RunId run, List<String> files) {
    return new ReportFiles(parts, archive).of(row(caller, run), files);
  }

  @Override
  public Trial trial(Caller caller, RunSpec spec) {
    Wiring.checkTrial(spec.mode());
    SpecChecks.check(spec);
    return new LocalTrial(plan(caller, spec), parts, around.wiring());
  }

  /** Ends all runs as INTERRUPTED and waits for their results. */
  @Override
  public void close() {
    List<Live> runs = new ArrayList<>(live.values());
    runs.forEach(each -> each.run().interrupt());
    long deadline = parts.clock().monotonicNanos() + CLOSE_WAIT_MAX.toNanos();
    for (Live each : runs) {
      Duration left = Duration.ofNanos(Math.max(1, deadline - parts.clock().monotonicNanos()));
      try {
        boolean _ = each.thread().join(left);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private CheckedRun plan(Caller caller, RunSpec spec) {
    List<Instrument> instruments = SpecChecks.instruments(spec);
    if (parts.workers().tier().compareTo(SpecChecks.floor(spec)) < 0) {
      throw new Refusal(
          Code.TIER_UNAVAILABLE,
          "the host has tier " + parts.workers().tier().text() + ", below the run's tier_floor");
    }
    Limits limits =
        parts
            .limits()
            .find(spec.limits())
            .orElseThrow(
                () -> new Refusal(Code.LIMITS_MISSING, "the host has no limits of that hash"));
    PreparedArtifact artifact = parts.artifacts().load(caller, spec.artifact(), spec.analysis());
    List<Series> series = new ArrayList<>();
    for (RunSpec.TradedSeries traded : spec.instruments()) {
      Series found = parts.series().find(caller, traded.series());
      if (!found.stamp().equals(traded.stamp())) {
        throw new Refusal(
            Code.SPEC_INVALID, "instruments.stamp: the series was imported with the other one");
      }
      series.add(found);
    }
    Costs costs = Costs.ofBasisPoints(spec.feeBasisPoints(), spec.halfSpreadBasisPoints());
    return new CheckedRun(spec, caller.owner(), artifact, series, instruments, limits, costs);
  }

  private RunId begin(Caller caller, CheckedRun plan) {
    if (!places.tryAcquire()) {
      throw new Refusal(Code.RUNNER_CAP_EXCEEDED, "the host runs " + parts.runsMax() + " already");
    }
    try {
      return begun(new RunId(caller.team(), parts.runIds().get()), plan);
    } catch (RuntimeException e) {
      places.release();
      throw e;
    }
  }

  private RunId begun(RunId run, CheckedRun plan) {
    Payload spec = parts.payloads().put(run.team(), plan.spec().json().bytes());
    parts
        .runs()
        .starting(
            new RunTable.NewRun(
                run,
                plan.owner(),
                plan.spec().mode(),
                plan.spec().artifact(),
                spec.hash(),
                Wiring.BACKTEST_EPOCH,
                Instants.of(parts.clock())));
    String tier = parts.workers().tier().text();
    Workers.Opened opened = parts.workers().open(SpecChecks.limits(plan.spec().worker()));
    try {
      Receipt manifest = records.manifest(run, plan, spec, tier, LocalRun.measures(opened));
      parts.runs().running(run, Wiring.BACKTEST_EPOCH, manifest);
    } catch (RuntimeException e) {
      if (opened instanceof Workers.Open open) {
        open.session().close();
      }
      parts.runs().neverBegan(run, Wiring.BACKTEST_EPOCH);
      throw e;
    }
    LocalRun backtest = new LocalRun(run, plan, spec, opened, tier, around);
    Thread thread =
        Thread.ofPlatform()
            .name(run.value())
            .daemon()
            .unstarted(() -> {
              try {
                backtest.run();
              } finally {
                live.remove(run);
                places.release();
              }
            });
    live.put(run, new Live(backtest, thread));
    thread.start();
    return run;
  }

  /** Returns a run that the caller may read; another team's run does not exist for it. */
  private RunTable.RunRow row(Caller caller, RunId run) {
    return parts
        .runs()
        .find(run)
        .filter(row ->
            run.team().equals(caller.team())
                && (row.owner().equals(caller.owner())
                    || caller.has(Role.AUDITOR)
                    || caller.has(Role.OPERATOR)))
        .orElseThrow(() -> new Refusal(Code.RUN_NOT_FOUND, "no such run"));
  }
}
