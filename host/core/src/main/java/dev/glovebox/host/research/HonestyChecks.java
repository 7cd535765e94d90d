package dev.glovebox.host.research;

import dev.glovebox.host.candidate.CheckReport;
import dev.glovebox.host.candidate.CheckReports;
import dev.glovebox.host.clock.Clock;
import dev.glovebox.host.identity.Caller;
import dev.glovebox.host.identity.Role;
import dev.glovebox.host.model.CheckId;
import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Refusal;
import dev.glovebox.host.runner.RunSpec;
import dev.glovebox.host.runner.Trials;
import dev.glovebox.host.store.IdempotencyTable;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Honesty checks in this host. Thread-safe.
 *
 * <p>A check leaves one record in the log, which names its report by hash; the runs that it
 * compares leave none. A check that its host ended first leaves nothing and can be asked for again.
 */
public final class HonestyChecks implements Checks, AutoCloseable {
  /** Most runs over altered bars at once, of all checks together: each has a worker of its own. */
  public static final int TRIALS_AT_ONCE_MAX = 2;

  /** Most checks at once. */
  public static final int CHECKS_AT_ONCE_MAX = 4;

  /** Longest life of one check; runs that are left then are SKIPPED. */
  public static final Duration CHECK_WALL_MAX = Duration.ofMinutes(10);

  /** Most checks without a report whose failure is still told to those who ask. */
  static final int FAILURES_KEPT_MAX = 64;

  /** Name under which start's idempotency keys are kept. */
  static final String START = "checks.start";

  private static final Duration CLOSE_WAIT_MAX = Duration.ofSeconds(15);
  private static final Logger LOG = LoggerFactory.getLogger(HonestyChecks.class);

  private final Parts parts;
  private final Semaphore places = new Semaphore(CHECKS_AT_ONCE_MAX);
  private final ExecutorService threads =
      Executors.newFixedThreadPool(
          TRIALS_AT_ONCE_MAX, Thread.ofPlatform().daemon().name("trial-", 0).factory());
  private final AtomicBoolean closed = new AtomicBoolean();
  private final Map<CheckId, Live> live = new ConcurrentHashMap<>();
  private final Queue<CheckId> failures = new ConcurrentLinkedQueue<>();

  /**
   * What the host gives.
   *
   * @param checkIds source of new ids such as {@code check-0123456789abcdef}, never the same twice
   * @param sealed called when a record was written: signs it and tells those outside
   */
  public record Parts(
      Trials trials,
      CheckReports reports,
      IdempotencyTable idempotency,
      Clock clock,
      Supplier<String> checkIds,
      Runnable sealed) {}

  private record Live(String owner, String starter, CheckEvents events) {}

  /** Uses the host's parts. */
  public HonestyChecks(Parts parts) {
    this.parts = parts;
  }

  @Override
  public CheckId start(Caller caller, RunSpec spec, String idempotencyKey) {
    RunSpec base = spec.varied(1, Checkup.GATE);
    String id =
        parts
            .idempotency()
            .once(
                new IdempotencyTable.CallName(caller.team(), caller.owner(), START, idempotencyKey),
                base.hash(),
                Instant.EPOCH.plus(parts.clock().nowMicros(), ChronoUnit.MICROS),
                () -> begin(caller, parts.trials().trial(caller, base)).value());
    return new CheckId(caller.team(), id);
  }

  private CheckId begin(Caller caller, Trials.Trial trial) {
    if (closed.get()) {
      throw new Refusal(Code.RUN_INTERRUPTED, "the host ends");
    }
    if (!places.tryAcquire()) {
      throw new Refusal(
          Code.RUNNER_CAP_EXCEEDED, "the host makes " + CHECKS_AT_ONCE_MAX + " checks already");
    }
    CheckId id = new CheckId(caller.team(), parts.checkIds().get());
    CheckEvents events = new CheckEvents();
    live.put(id, new Live(trial.subject().owner(), caller.owner(), events));
    long deadline = parts.clock().monotonicNanos() + CHECK_WALL_MAX.toNanos();
    Thread _ =
        Thread.ofVirtual()
            .name(id.value())
            .start(() -> {
              try {
                if (check(id, trial, events, deadline)) {
                  live.remove(id);
                } else {
                  keepFailure(id);
                }
              } finally {
                places.release();
              }
            });
    return id;
  }

  /** A check without a report is known by its failure alone, and not for ever. */
  private void keepFailure(CheckId id) {
    failures.add(id);
    while (failures.size() > FAILURES_KEPT_MAX) {
      CheckId oldest = failures.poll();
      if (oldest != null) {
        live.remove(oldest);
      }
    }
  }

  /** Returns whether there is a report. */
  private boolean check(CheckId id, Trials.Trial trial, CheckEvents events, long deadline) {
    try {
      TrialRuns runs =
          new TrialRuns(
              trial, threads, () -> closed.get() || parts.clock().monotonicNanos() - deadline > 0);
      Checkup.Findings findings =
          new Checkup(
                  trial,
                  runs,
                  result ->
                      events.publish(
                          new CheckEvent.Found(
                              result.name().text(), result.verdict(), result.summary())),
                  Checkup.DECISION_BYTES_MAX)
              .run();
      if (closed.get()) {
        throw new Refusal(Code.RUN_INTERRUPTED, "the host ended while the checks were going");
      }
      CheckReport report = parts.reports().keep(finished(id, trial.subject(), findings));
      parts.sealed().run();
      events.publish(new CheckEvent.Ended(report.content(), report.sequence()));
      return true;
    } catch (Refusal e) {
      LOG.warn("{} has no report: {}", id, e.code(), e);
      events.fail(e);
    } catch (RuntimeException e) {
      LOG.error("{} has no report", id, e);
      events.fail(new Refusal(Code.INTERNAL, "the checks have no report; see the host's log"));
    }
    return false;
  }

  private static CheckReports.Finished finished(
      CheckId id, Trials.Subject subject, Checkup.Findings findings) {
    return new CheckReports.Finished(
        id,
        subject.candidate(),
        subject.owner(),
        subject.artifact(),
        subject.prepared(),
        subject.spec().hash(),
        subject.series(),
        CheckForm.overall(findings),
        CheckForm.json(subject, findings));
  }

  @Override
  public void watch(Caller caller, CheckId check, Predicate<CheckEvent> listener) {
    Live known = live.get(check);
    if (known != null) {
      if (!mayRead(caller, check, known.owner()) && !known.starter().equals(caller.owner())) {
        throw notFound();
      }
      known.events().watch(listener);
      return;
    }
    CheckReport report =
        Optional.of(check)
            .filter(id -> id.team().equals(caller.team()))
            .flatMap(parts.reports()::find)
            .filter(found -> mayRead(caller, check, found.owner()))
            .orElseThrow(HonestyChecks::notFound);
    for (CheckEvent event : PastCheck.events(report)) {
      if (!listener.test(event)) {
        return;
      }
    }
  }

  private static boolean mayRead(Caller caller, CheckId check, String owner) {
    return check.team().equals(caller.team())
        && (owner.equals(caller.owner())
            || caller.has(Role.REVIEWER)
            || caller.has(Role.OPERATOR)
            || caller.has(Role.AUDITOR));
  }

  private static Refusal notFound() {
    return new Refusal(Code.CHECK_NOT_FOUND, "no such honesty check");
  }

  /** Ends every check without a report and waits for its workers. */
  @Override
  public void close() {
    closed.set(true);
    threads.shutdown();
    try {
      if (!threads.awaitTermination(CLOSE_WAIT_MAX.toSeconds(), TimeUnit.SECONDS)
          || !places.tryAcquire(CHECKS_AT_ONCE_MAX, CLOSE_WAIT_MAX.toSeconds(), TimeUnit.SECONDS)) {
        LOG.warn("a check did not end in time");
      } else {
        places.release(CHECKS_AT_ONCE_MAX);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
