package dev.glovebox.host.runner;

import dev.glovebox.host.approval.GrantTerms;
import dev.glovebox.host.approval.RunAdmission;
import dev.glovebox.host.audit.AuditLog;
import dev.glovebox.host.audit.AuditSettings;
import dev.glovebox.host.audit.Environment;
import dev.glovebox.host.audit.Origin;
import dev.glovebox.host.candidate.Candidate;
import dev.glovebox.host.candidate.PreparedArtifacts;
import dev.glovebox.host.clock.SystemClock;
import dev.glovebox.host.identity.Account;
import dev.glovebox.host.identity.Caller;
import dev.glovebox.host.identity.Role;
import dev.glovebox.host.keys.FileKeys;
import dev.glovebox.host.market.BarImport;
import dev.glovebox.host.market.Series;
import dev.glovebox.host.market.StoredSeries;
import dev.glovebox.host.market.TickImport;
import dev.glovebox.host.model.Bar;
import dev.glovebox.host.model.BarSet;
import dev.glovebox.host.model.CandidateId;
import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Json;
import dev.glovebox.host.model.Mode;
import dev.glovebox.host.model.Refusal;
import dev.glovebox.host.model.RunId;
import dev.glovebox.host.model.Sha256;
import dev.glovebox.host.model.TeamId;
import dev.glovebox.host.model.UntrustedText;
import dev.glovebox.host.order.PostgresOrderStore;
import dev.glovebox.host.payload.LowWater;
import dev.glovebox.host.payload.PayloadStore;
import dev.glovebox.host.risk.Limits;
import dev.glovebox.host.risk.LimitsForm;
import dev.glovebox.host.risk.TestLimits;
import dev.glovebox.host.run.GoldenBars;
import dev.glovebox.host.runner.Runs.ReportFile;
import dev.glovebox.host.runner.Runs.RunEvent;
import dev.glovebox.host.store.Database;
import dev.glovebox.host.store.IdempotencyTable;
import dev.glovebox.host.store.LeaseTable;
import dev.glovebox.jail.ObservedBy;
import dev.glovebox.jail.Session;
import dev.glovebox.jail.Tier;
import dev.glovebox.jail.WorkerEnd;
import dev.glovebox.jail.WorkerKind;
import dev.glovebox.jail.WorkerLimits;
import dev.glovebox.jail.Workers;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/** A host with real log, payloads, database and series; workers and candidates are scripted. */
public final class TestHost implements AutoCloseable {
  public static final Limits LIMITS = LimitsForm.read(Json.of(TestLimits.research()));
  public static final Sha256 ARTIFACT = Sha256.of("strategy".getBytes(StandardCharsets.UTF_8));
  static final Sha256 FLAGGED = Sha256.of("flagged".getBytes(StandardCharsets.UTF_8));

  public final Caller caller;
  public final AuditLog log;
  public final PayloadStore payloads;
  final RunTable runs;
  public final Series series;
  public final LocalRuns started;
  final List<Account> accounts = new CopyOnWriteArrayList<>();
  volatile RunAdmission gates = TestHost::nobodySigned;
  volatile boolean halted;
  String candidateOwner;
  public final Queue<WorkerKind> opened = new ConcurrentLinkedQueue<>();
  final Queue<Workers.Sharing> sharings = new ConcurrentLinkedQueue<>();
  public Supplier<Workers.Opened> worker = () -> new Workers.Failed(startFailed());

  public TestHost(Path data, Database database, int runsMax) {
    this(data, database, runsMax, LowWater.none());
  }

  TestHost(Path data, Database database, int runsMax, LowWater lowWater) {
    TeamId team = new TeamId("t" + UUID.randomUUID().toString().substring(0, 8));
    caller = new Caller(team, team + "/agent", Set.of(Role.AGENT));
    candidateOwner = caller.owner();
    Origin origin = new Origin("glovebox-0123456789abcdef");
    FileKeys keys =
        FileKeys.create(
            data.resolve("keys"), origin.keyName(Environment.DEVELOPMENT), new SecureRandom());
    SystemClock clock = new SystemClock();
    log =
        AuditLog.open(
            AuditSettings.below(data, origin, Environment.DEVELOPMENT)
                .withBounds(new AuditSettings.Bounds(1024 * 1024, 256, 64, 256)),
            clock,
            keys);
    payloads = new PayloadStore(data.resolve("payload"), lowWater);
    runs = new RunTable(database);
    StoredSeries library =
        new StoredSeries(
            database, payloads, log, clock, new Bars(), noTicks(), data.resolve("spool"));
    series = library.importBars(caller, new ByteArrayInputStream(new byte[] {1}), "open", 0);
    started =
        new LocalRuns(
            new LocalRuns.Parts(
                new Artifacts(),
                library,
                hash -> hash.equals(LIMITS.hash()) ? Optional.of(LIMITS) : Optional.empty(),
                new Scripted(),
                log,
                keys,
                payloads,
                data.resolve("payload").resolve("journals"),
                runs,
                new IdempotencyTable(database),
                clock,
                new HostBuild("test", "25"),
                () -> "run-" + UUID.randomUUID().toString().replace("-", ""),
                runsMax,
                gated(database)));
  }

  private GatedParts gated(Database database) {
    return new GatedParts(
        name -> accounts.stream().filter(one -> one.resourceName().equals(name)).findFirst(),
        (grant, terms, run) -> gates.admit(grant, terms, run),
        new LeaseTable(database),
        new PostgresOrderStore(database),
        () -> halted,
        "this-host");
  }

  private static TickImport noTicks() {
    return (file, sink) -> new TickImport.Answer.Failed("no ticks here");
  }

  /** Refuses as the gates do when nobody signed anything. */
  private static RunAdmission.Admitted nobodySigned(String grant, GrantTerms terms, RunId run) {
    throw new Refusal(Code.PROMOTION_MISSING, "gate 1 was not passed");
  }

  /** Adds an account of the caller's. */
  Account account(String id, int runsMax) {
    Account account = new Account(caller.team(), id, Optional.of(caller.owner()), "USD", runsMax);
    accounts.add(account);
    return account;
  }

  /** The reference run as a paper run of {@code account}, its instrument called {@code id}. */
  RunSpec paper(Account account, String id, String speed) {
    return paper(spec(), account, id, speed);
  }

  /** Returns {@code spec} as a paper run of {@code account}. */
  static RunSpec paper(RunSpec spec, Account account, String id, String speed) {
    RunSpec.TradedSeries traded = spec.instruments().getFirst();
    return new RunSpec(
        Mode.PAPER,
        spec.block(),
        spec.profile(),
        spec.seed(),
        spec.tierFloor(),
        spec.analysis(),
        spec.artifact(),
        spec.fileName(),
        spec.parameters(),
        new RunSpec.Account("CASH", spec.account().cash(), Optional.of(account.resourceName())),
        List.of(
            new RunSpec.TradedSeries(
                id,
                traded.series(),
                traded.stamp(),
                traded.currency(),
                traded.tick(),
                traded.lot(),
                traded.multiplier())),
        spec.feeBasisPoints(),
        spec.halfSpreadBasisPoints(),
        spec.limits(),
        spec.worker(),
        Optional.of(speed));
  }

  /** The reference run on Apple's 252 sessions. */
  public RunSpec spec() {
    return spec(Mode.BACKTEST, 1, "process", ARTIFACT, LIMITS.hash(), List.of(traded("open")));
  }

  public RunSpec.TradedSeries traded(String stamp) {
    return new RunSpec.TradedSeries(
        "AAA",
        series.hash(),
        stamp,
        "USD",
        new BigDecimal("0.01"),
        new BigDecimal("0.00000001"),
        BigDecimal.ONE);
  }

  public static RunSpec spec(
      Mode mode,
      int block,
      String floor,
      Sha256 artifact,
      Sha256 limits,
      List<RunSpec.TradedSeries> traded) {
    return new RunSpec(
        mode,
        block,
        "gate",
        0,
        floor,
        true,
        artifact,
        "sma.py",
        new TreeMap<>(),
        new RunSpec.Account("CASH", new TreeMap<>(Map.of("USD", new BigDecimal("100000")))),
        traded,
        new BigDecimal("5"),
        BigDecimal.ZERO,
        limits,
        new RunSpec.WorkerTable(1_000_000, 10, 30, 256, 64, 200, 4096, 1024 * 1024, 256, 10_000),
        Optional.empty());
  }

  /** Runs {@code spec} to its last event. */
  Finished finish(RunSpec spec) {
    RunId run = started.start(caller, spec, "");
    List<RunEvent> events = new ArrayList<>();
    started.watch(caller, run, events::add);
    return left(run, events);
  }

  /** Returns what a run left whose events were seen. */
  Finished left(RunId run, List<RunEvent> events) {
    Map<String, String> files = new TreeMap<>();
    for (ReportFile file : started.report(caller, run)) {
      files.put(file.name(), text(file));
    }
    return new Finished(run, events, files);
  }

  /** Returns the content of a file. */
  static String text(ReportFile file) {
    try (InputStream bytes = file.content().open()) {
      return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a finished run left. */
  record Finished(RunId run, List<RunEvent> events, Map<String, String> files) {
    RunEvent.Ended ended() {
      return (RunEvent.Ended) events.getLast();
    }

    String file(String name) {
      String text = files.get(name);
      if (text == null) {
        throw new AssertionError("no file " + name);
      }
      return text;
    }

    String text(String member) {
      return ended().report().members().get(member) instanceof Json.Str(String text) ? text : "";
    }

    long number(String member) {
      return ended().report().members().get(member) instanceof Json.Int(long value) ? value : -1;
    }
  }

  static Session.Ended startFailed() {
    return new Session.Ended(
        WorkerEnd.WORKER_START_FAILED, ObservedBy.HOST, "no hello", "", 0, "", 0);
  }

  @Override
  public void close() {
    started.close();
    log.close();
  }

  private final class Scripted implements Workers {
    @Override
    public Opened open(WorkerLimits limits, WorkerKind kind) {
      opened.add(kind);
      return worker.get();
    }

    @Override
    public Opened open(WorkerLimits limits, WorkerKind kind, Sharing sharing) {
      sharings.add(sharing);
      return open(limits, kind);
    }

    @Override
    public Tier tier() {
      return Tier.PROCESS;
    }
  }

  private final class Artifacts implements PreparedArtifacts {
    @Override
    public PreparedArtifact load(Caller caller, CandidateId id, boolean analysed) {
      throw new Refusal(Code.CANDIDATE_NOT_FOUND, "no such candidate");
    }

    @Override
    public boolean known(TeamId team, Sha256 artifact) {
      return team.equals(caller.team());
    }

    @Override
    public PreparedArtifact load(Caller caller, Sha256 artifact, boolean analysed) {
      if (!caller.owner().equals(candidateOwner)) {
        throw new Refusal(Code.CANDIDATE_NOT_FOUND, "no such candidate");
      }
      if (artifact.equals(FLAGGED)) {
        throw new Refusal(Code.CANDIDATE_FLAGGED, "analysis flagged the candidate");
      }
      byte[] form = "prepared".getBytes(StandardCharsets.UTF_8);
      Candidate candidate =
          new Candidate(
              new CandidateId(caller.team(), "cand-00000001"),
              caller.owner(),
              "python",
              new UntrustedText("sma.py"),
              artifact,
              Candidate.State.ANALYZED,
              Optional.of(Sha256.of(form)),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              List.of(),
              Instant.EPOCH);
      return new PreparedArtifact(candidate, Sha256.of(form), form, 1, List.of(1));
    }
  }

  private static final class Bars implements BarImport {
    @Override
    public Answer importBars(InputStream file, String stamp, long interval, Sink sink) {
      for (BarSet set : GoldenBars.aapl()) {
        Bar bar = set.bars().getFirst();
        sink.bar(
            new SeriesBar(
                bar.openTimeMicros(),
                bar.stamp(),
                bar.open(),
                bar.high(),
                bar.low(),
                bar.close(),
                bar.volume()));
      }
      return new Answer.Imported(86_400, true);
    }
  }
}
