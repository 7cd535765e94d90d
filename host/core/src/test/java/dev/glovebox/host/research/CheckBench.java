package dev.glovebox.host.research;

import dev.glovebox.host.TestHost;
import dev.glovebox.host.candidate.CheckReport;
import dev.glovebox.host.candidate.StoredCheckReports;
import dev.glovebox.host.clock.SystemClock;
import dev.glovebox.host.identity.Caller;
import dev.glovebox.host.model.BarSet;
import dev.glovebox.host.model.CheckId;
import dev.glovebox.host.model.Json;
import dev.glovebox.host.research.Checks.CheckEvent;
import dev.glovebox.host.run.RunSink;
import dev.glovebox.host.runner.RunSpec;
import dev.glovebox.host.runner.Trials;
import dev.glovebox.host.store.Database;
import dev.glovebox.host.store.IdempotencyTable;
import dev.glovebox.jail.Session;
import dev.glovebox.jail.Workers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * A host whose runs are real up to the session, and which leaks on purpose: a session may be given
 * all bars of its run before the first one is sent. That is what the controls cheat with.
 */
final class CheckBench implements AutoCloseable {
  private static final ThreadLocal<Trials.Variation> LEAKED = new ThreadLocal<>();

  final dev.glovebox.host.runner.TestHost host;
  final StoredCheckReports reports;
  final HonestyChecks checks;
  final AtomicInteger runs = new AtomicInteger();

  CheckBench(Path data, Database database) {
    this.host = new dev.glovebox.host.runner.TestHost(data, database, 2);
    this.reports =
        new StoredCheckReports(
            database, host.payloads, host.log, host.log.reader(), new SystemClock()::nowMicros);
    this.checks =
        new HonestyChecks(
            new HonestyChecks.Parts(
                (caller, spec) -> new Leaky(host.started.trial(caller, spec)),
                reports,
                new IdempotencyTable(database),
                new SystemClock(),
                () -> "check-" + TestHost.newId(),
                () -> {}));
  }

  /** What a cheating session knows: all bars of its run, and how they will be sent. */
  record Knowledge(List<BarSet> sets, int block, String profile, int run) {}

  /** Lets every worker be what {@code worker} makes of what it should not know. */
  CheckBench of(Function<Knowledge, Session> worker) {
    host.worker =
        () -> {
          Trials.Variation variation = LEAKED.get();
          return new Workers.Open(
              worker.apply(
                  new Knowledge(
                      variation.bars().sets(),
                      variation.block(),
                      variation.profile(),
                      runs.getAndIncrement())));
        };
    return this;
  }

  /** Checks the reference spec to the end. */
  Checked check() {
    return check(host.caller, host.spec());
  }

  Checked check(Caller caller, RunSpec spec) {
    CheckId id = checks.start(caller, spec, "");
    List<CheckEvent> events = new ArrayList<>();
    checks.watch(caller, id, events::add);
    return new Checked(id, events, reports.find(id).orElseThrow());
  }

  /** A check that is over. */
  record Checked(CheckId id, List<CheckEvent> events, CheckReport report) {
    Map<String, Verdict> verdicts() {
      Map<String, Verdict> verdicts = new TreeMap<>();
      for (CheckEvent event : events) {
        if (event instanceof CheckEvent.Found found) {
          verdicts.put(found.name(), found.verdict());
        }
      }
      return verdicts;
    }

    String summary(CheckName name) {
      return events.stream()
          .filter(CheckEvent.Found.class::isInstance)
          .map(CheckEvent.Found.class::cast)
          .filter(found -> found.name().equals(name.text()))
          .map(CheckEvent.Found::summary)
          .findFirst()
          .orElseThrow();
    }

    Json member(String name) {
      return new TreeMap<>(report.content().members()).getOrDefault(name, new Json.Null());
    }
  }

  @Override
  public void close() {
    checks.close();
    host.close();
  }

  /** Runs as they are, whose bars a session of the same thread may look at. */
  private static final class Leaky implements Trials.Trial {
    private final Trials.Trial trial;

    private Leaky(Trials.Trial trial) {
      this.trial = trial;
    }

    @Override
    public Trials.Subject subject() {
      return trial.subject();
    }

    @Override
    public dev.glovebox.host.market.BarExcerpt bars(int barsMax) {
      return trial.bars(barsMax);
    }

    @Override
    public Trials.Outcome run(Trials.Variation variation, RunSink sink, BooleanSupplier stop) {
      LEAKED.set(variation);
      try {
        return trial.run(variation, sink, stop);
      } finally {
        LEAKED.remove();
      }
    }
  }
}
