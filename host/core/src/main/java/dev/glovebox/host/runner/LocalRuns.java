package dev.glovebox.host.runner;

import dev.glovebox.host.audit.AuditLog;
import dev.glovebox.host.audit.Receipt;
import dev.glovebox.host.candidate.CheckReport;
import dev.glovebox.host.candidate.PreparedArtifacts;
import dev.glovebox.host.clock.Clock;
import dev.glovebox.host.identity.Caller;
import dev.glovebox.host.identity.Role;
import dev.glovebox.host.keys.Keys;
import dev.glovebox.host.market.SeriesLibrary;
import dev.glovebox.host.model.CandidateId;
import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Json;
import dev.glovebox.host.model.Page;
import dev.glovebox.host.model.Refusal;
import dev.glovebox.host.model.RunId;
import dev.glovebox.host.model.Sha256;
import dev.glovebox.host.model.UntrustedText;
import dev.glovebox.host.payload.Payload;
import dev.glovebox.host.payload.PayloadStore;
import dev.glovebox.host.store.IdempotencyTable;
import dev.glovebox.jail.WorkerLimits;
import dev.glovebox.jail.Workers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
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

  /** Venue of paper runs: in this host, gone with it. */
  public static final String PAPER_VENUE = Wiring.PAPER_VENUE;

  /** How long {@link #close} waits for the runs; what is left then is found at the next start. */
  static final Duration CLOSE_WAIT_MAX = Duration.ofSeconds(15);

  /** How long {@link #stop} waits for the run to be over. */
  static final Duration STOP_WAIT_MAX = Duration.ofSeconds(150);

  private final Parts parts;
  private final RunLogRecords records;
  private final RunArchive archive;
  private final RunPlanner planner;
  private final Claims claims;
  private final LocalRun.Surroundings around;
  private final Function<CandidateId, Optional<CheckReport>> checks;
  private final Semaphore places;
  private final Map<RunId, Live> live = new ConcurrentHashMap<>();
  private final Set<CandidateId> withdrawn = ConcurrentHashMap.newKeySet();

  /**
   * What the host gives.
   *
   * @param journals folder for journals of live runs, on the payloads' file system
   * @param runIds source of new run ids such as {@code run-0123456789abcdef}, never the same twice
   * @param runsMax most runs at once
   * @param gated what runs behind the gates need
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
      int runsMax,
      GatedParts gated) {}

  private record Live(LocalRun run, Thread thread) {}

  /** Uses the host's parts; its pages show no honesty checks. */
  public LocalRuns(Parts parts) {
    this(parts, _ -> Optional.empty());
  }

  /**
   * Uses the host's parts.
   *
   * @param checks the newest honesty checks of a candidate, for the page of its runs
   */
  public LocalRuns(Parts parts, Function<CandidateId, Optional<CheckReport>> checks) {
    this.parts = parts;
    this.checks = checks;
    this.records = new RunLogRecords(parts.log(), parts.build());
    this.archive = new RunArchive(parts.payloads());
    this.around =
        new LocalRun.Surroundings(
            new Wiring(
                parts.log(),
                parts.keys(),
                parts.payloads(),
                parts.journals(),
                parts.clock(),
                parts.gated()),
            parts.payloads(),
            records,
            parts.runs(),
            parts.clock());
    this.planner =
        new RunPlanner(
            parts.artifacts(),
            parts.series(),
            parts.limits(),
            parts.workers(),
            parts.gated().accounts());
    this.claims = new Claims(parts.runs(), parts.gated(), parts.clock());
    this.places = new Semaphore(parts.runsMax());
  }

  @Override
  public RunId start(Caller caller, RunSpec spec, String grant, String idempotencyKey) {
    Wiring.check(spec, grant);
    SpecChecks.check(spec);
    String id =
        parts
            .idempotency()
            .once(
                new IdempotencyTable.CallName(caller.team(), caller.owner(), START, idempotencyKey),
                request(spec, grant),
                Instants.of(parts.clock()),
                () -> begin(caller, planner.plan(caller, spec), grant).value());
    return new RunId(caller.team(), id);
  }

  private static Sha256 request(RunSpec spec, String grant) {
    return grant.isEmpty()
        ? spec.hash()
        : Sha256.of(Json.of(Map.of("run_spec", spec.json(), "run_grant", Json.of(grant))).bytes());
  }

  @Override
  public RunSummary stop(Caller caller, RunId run, UntrustedText reason) {
    RunTable.RunRow row = row(caller, run);
    if (!row.owner().equals(caller.owner()) && !caller.has(Role.OPERATOR)) {
      throw notFound();
    }
    Live known = live.get(run);
    if (known != null) {
      known.run().ask(Code.RUN_CANCELLED, "ended on request", Optional.of(reason));
      join(known, STOP_WAIT_MAX);
    }
    return find(caller, run);
  }

  /** Ends every run of a withdrawn candidate, now and for as long as this host lives. */
  public void endRunsOf(CandidateId candidate) {
    withdrawn.add(candidate);
    live.values().stream()
        .filter(each -> each.run().candidate().equals(candidate))
        .forEach(each -> endWithdrawn(each.run()));
  }

  private static void endWithdrawn(LocalRun run) {
    run.ask(Code.CANDIDATE_WITHDRAWN, "the candidate was withdrawn", Optional.empty());
  }

  @Override
  public RunSummary find(Caller caller, RunId run) {
    return RunSummary.of(row(caller, run));
  }

  @Override
  public Page<RunSummary> list(Caller caller, int pageSize, String pageToken) {
    Page<RunTable.RunRow> page =
        readsAll(caller)
            ? parts.runs().list(caller.team(), pageSize, pageToken)
            : parts.runs().listOf(caller.team(), caller.owner(), pageSize, pageToken);
    return new Page<>(page.items().stream().map(RunSummary::of).toList(), page.nextToken());
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
    return new ReportFiles(parts, archive, checks).of(row(caller, run), files);
  }

  @Override
  public Trial trial(Caller caller, RunSpec spec) {
    Wiring.checkTrial(spec);
    SpecChecks.check(spec);
    return new LocalTrial(planner.plan(caller, spec), parts, around.wiring());
  }

  /** Prolongs every lease now instead of at its time. */
  void renewLeases() {
    claims.renew();
  }

  /** Ends all runs as INTERRUPTED and waits for their results. */
  @Override
  public void close() {
    List<Live> runs = new ArrayList<>(live.values());
    runs.forEach(each -> each.run().interrupt());
    long deadline = parts.clock().monotonicNanos() + CLOSE_WAIT_MAX.toNanos();
    for (Live each : runs) {
      join(each, Duration.ofNanos(Math.max(1, deadline - parts.clock().monotonicNanos())));
    }
    claims.close();
  }

  private static void join(Live run, Duration atMost) {
    try {
      boolean _ = run.thread().join(atMost);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private RunId begin(Caller caller, CheckedRun plan, String grant) {
    if (!places.tryAcquire()) {
      throw new Refusal(Code.RUNNER_CAP_EXCEEDED, "the host runs " + parts.runsMax() + " already");
    }
    try {
      return begun(new RunId(caller.team(), parts.runIds().get()), plan, grant);
    } catch (RuntimeException e) {
      places.release();
      throw e;
    }
  }

  private RunId begun(RunId run, CheckedRun plan, String grant) {
    Payload spec = parts.payloads().put(run.team(), plan.spec().json().bytes());
    Claims.Claim claim = claims.take(run, plan, spec, grant);
    String tier = parts.workers().tier().text();
    Workers.Opened opened;
    try {
      opened = open(run, plan);
    } catch (RuntimeException e) {
      claims.neverBegan(claim);
      throw e;
    }
    try {
      Receipt manifest =
          records.manifest(claim, plan, spec, new RunLogRecords.Jailed(tier, opened));
      parts.runs().running(run, claim.epoch(), manifest);
    } catch (RuntimeException e) {
      if (opened instanceof Workers.Open open) {
        open.session().close();
      }
      claims.neverBegan(claim);
      throw e;
    }
    start(claim, new LocalRun(claim, plan, spec, opened, tier, around));
    return run;
  }

  private Workers.Opened open(RunId run, CheckedRun plan) {
    WorkerLimits limits = SpecChecks.limits(plan.spec().worker());
    return Wiring.sharing(plan, run.team())
        .map(sharing -> parts.workers().open(limits, plan.worker(), sharing))
        .orElseGet(() -> parts.workers().open(limits, plan.worker()));
  }

  private void start(Claims.Claim claim, LocalRun started) {
    RunId run = claim.run();
    Thread thread =
        Thread.ofPlatform()
            .name(run.value())
            .daemon()
            .unstarted(() -> {
              try {
                started.run();
              } finally {
                live.remove(run);
                places.release();
                claims.release(claim);
              }
            });
    claim
        .loss()
        .tell(() -> started.ask(Code.LEASE_LOST, "the run's lease was lost", Optional.empty()));
    live.put(run, new Live(started, thread));
    if (withdrawn.contains(started.candidate())) {
      endWithdrawn(started);
    }
    thread.start();
  }

  /** Returns a run that the caller may read; another team's run does not exist for it. */
  private RunTable.RunRow row(Caller caller, RunId run) {
    return parts
        .runs()
        .find(run)
        .filter(row ->
            run.team().equals(caller.team())
                && (row.owner().equals(caller.owner()) || readsAll(caller)))
        .orElseThrow(LocalRuns::notFound);
  }

  /** An agent sees its own runs, everybody else the team's. */
  private static boolean readsAll(Caller caller) {
    return caller.has(Role.AUDITOR) || caller.has(Role.OPERATOR) || caller.has(Role.REVIEWER);
  }

  private static Refusal notFound() {
    return new Refusal(Code.RUN_NOT_FOUND, "no such run");
  }
}
