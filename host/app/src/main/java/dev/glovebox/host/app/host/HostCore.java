package dev.glovebox.host.app.host;

import dev.glovebox.host.app.Surroundings;
import dev.glovebox.host.app.spec.LimitsFile;
import dev.glovebox.host.audit.AuditLog;
import dev.glovebox.host.audit.AuditSettings;
import dev.glovebox.host.audit.Origin;
import dev.glovebox.host.audit.Refusals;
import dev.glovebox.host.audit.TrustFile;
import dev.glovebox.host.candidate.CheckReports;
import dev.glovebox.host.candidate.Preparation;
import dev.glovebox.host.candidate.StoredCandidates;
import dev.glovebox.host.candidate.StoredCheckReports;
import dev.glovebox.host.clock.Clock;
import dev.glovebox.host.clock.SystemClock;
import dev.glovebox.host.edge.Ports;
import dev.glovebox.host.keys.FileKeys;
import dev.glovebox.host.keys.Keys;
import dev.glovebox.host.market.StoredSeries;
import dev.glovebox.host.model.RunId;
import dev.glovebox.host.model.Sha256;
import dev.glovebox.host.payload.PayloadStore;
import dev.glovebox.host.research.HonestyChecks;
import dev.glovebox.host.risk.Limits;
import dev.glovebox.host.runner.HostBuild;
import dev.glovebox.host.runner.LocalRuns;
import dev.glovebox.host.runner.RunRecovery;
import dev.glovebox.host.runner.RunTable;
import dev.glovebox.host.store.Database;
import dev.glovebox.host.store.IdempotencyTable;
import dev.glovebox.host.store.Migrations;
import dev.glovebox.host.store.postgres.EmbeddedPostgres;
import dev.glovebox.host.store.postgres.HeldLock;
import dev.glovebox.host.store.postgres.PostgresSettings;
import dev.glovebox.jail.HeldFolder;
import dev.glovebox.jail.Jail;
import dev.glovebox.jail.TierReport;
import dev.glovebox.session.Analyses;
import dev.glovebox.session.BarImports;
import dev.glovebox.session.GrpcWorkers;
import dev.glovebox.session.HelperLimits;
import dev.glovebox.session.Nonces;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** One host's parts, opened in order and closed in the opposite one. */
public final class HostCore implements AutoCloseable {
  /** Version of this program, part of every manifest. */
  public static final String VERSION = "0.1.0";

  private static final int ID_BYTES = 8;

  private final Closers closers;
  private final HostSettings settings;
  private final State state;
  private final Isolation isolation;
  private final Services services;
  private final Ports ports;

  private HostCore(
      Closers closers,
      HostSettings settings,
      State state,
      Isolation isolation,
      Services services,
      Ports ports) {
    this.closers = closers;
    this.settings = settings;
    this.state = state;
    this.isolation = isolation;
    this.services = services;
    this.ports = ports;
  }

  /** What acts: runs, the gates before them, the checks over them, the processes they use. */
  private record Services(LocalRuns runs, Gates gates, HonestyChecks checks, Pool pool) {}

  /** What lasts: keys, log, payloads, database. */
  private record State(
      SecureRandom random,
      Clock clock,
      Keys keys,
      AuditLog log,
      PayloadStore payloads,
      Database database,
      Trading trading) {}

  /**
   * Opens every part.
   *
   * @throws dev.glovebox.host.model.Refusal TIER_UNAVAILABLE, DATA_IN_USE, a code of the log's
   *     recovery, DATABASE_FAILED, FILE_UNREADABLE
   */
  public static HostCore open(Surroundings surroundings, HostSettings settings) {
    Closers closers = new Closers();
    try {
      // First of all: what policy refuses must not even touch the state.
      Isolation isolation = closers.add(Isolation.open(surroundings, settings));
      State state = state(surroundings, settings, closers);
      return over(state, isolation, settings, closers);
    } catch (RuntimeException e) {
      closers.close();
      throw e;
    }
  }

  private static State state(Surroundings surroundings, HostSettings settings, Closers closers) {
    SecureRandom random = new SecureRandom();
    Clock clock = new SystemClock();
    Path data = Folders.own(settings.data());
    closers.add(HeldLock.take(data.resolve("host.lock")));
    Keys keys = keys(settings, random);
    Trading trading = new Trading();
    AuditLog log =
        closers.add(
            AuditLog.open(
                auditSettings(settings, keys).withOnSealed(trading::logFailed), clock, keys));
    trading.recordIn(log);
    DataFolder files = new DataFolder(data);
    files.sweep();
    PayloadStore payloads =
        new PayloadStore(
            files.payloads(), files.lowWater(settings.marks(), settings.secondPlace()));
    HeldFolder sockets =
        closers.add(Folders.held(surroundings.temporary(), HeldFolder.Kind.DATABASE));
    EmbeddedPostgres postgres =
        closers.add(
            EmbeddedPostgres.start(
                postgres(surroundings, settings, sockets.path(), random, clock), new Migrations()));
    Database database = closers.add(Database.over(postgres.source()));
    List<RunId> _ = new RunRecovery(new RunTable(database), log, log.reader(), clock).recover();
    Trading.recover(database, log);
    return new State(random, clock, keys, log, payloads, database, trading);
  }

  private static HostCore over(
      State state, Isolation isolation, HostSettings settings, Closers closers) {
    isolation.recordIn(state.log(), state.clock());
    Jail jail = isolation.jail();
    Images images = isolation.images();
    Nonces nonces = () -> bytes(state.random(), Nonces.NONCE_BYTES);
    Pool pool = closers.add(pool(state, settings, isolation, nonces));
    IdempotencyTable answers = new IdempotencyTable(state.database());
    Submissions submissions = submissions(state, answers, pool.helpers(), nonces);
    StoredCandidates candidates = submissions.candidates();
    CheckReports reports = reports(state);
    RunTable table = new RunTable(state.database());
    Gates gates = Gates.open(settings, state.log(), state.clock(), submissions, reports);
    Runnable trust = () -> gates.named(state.log().trust()).write(settings.trustFile());
    StoredSeries series = series(state, settings, jail, images, nonces);
    LocalRuns runs =
        closers.add(
            new LocalRuns(
                new LocalRuns.Parts(
                    candidates,
                    series,
                    book(settings.limits())::find,
                    pool.workers(settings.density(), new DataFolder(settings.data()).recordings()),
                    state.log(),
                    state.keys(),
                    state.payloads(),
                    new DataFolder(settings.data()).journals(),
                    table,
                    answers,
                    state.clock(),
                    new HostBuild(VERSION, Runtime.version().toString()),
                    () -> "run-" + id(state.random()),
                    settings.workersMax(),
                    state
                        .trading()
                        .parts(
                            state.database(),
                            settings.directory(),
                            gates.approvals(),
                            "host-" + id(state.random()))),
                reports::newest));
    candidates.withdrawals().tell((caller, candidate) -> runs.endRunsOf(candidate));
    HonestyChecks checks = closers.add(checks(state, runs, reports, answers, trust));
    Ports ports =
        new Ports(
            candidates,
            series,
            new TrustKeeper(runs, trust),
            gates.approvals(),
            checks,
            new LogView(state.log(), table),
            new RecordedDenials(new Refusals(state.log(), state.clock())),
            state.payloads().lowWater()::requireRoom,
            settings.privateHost());
    return new HostCore(
        closers, settings, state, isolation, new Services(runs, gates, checks, pool), ports);
  }

  private static Pool pool(State state, HostSettings settings, Isolation isolation, Nonces nonces) {
    return Pool.open(
        isolation,
        new GrpcWorkers(
            isolation.jail(),
            isolation.images().workers(),
            Folders.own(settings.runtime().resolve("w")),
            nonces,
            state.clock()::monotonicNanos),
        settings.pool());
  }

  private static HonestyChecks checks(
      State state, LocalRuns runs, CheckReports reports, IdempotencyTable answers, Runnable ended) {
    return new HonestyChecks(
        new HonestyChecks.Parts(
            runs,
            reports,
            answers,
            state.clock(),
            () -> "check-" + id(state.random()),
            () -> {
              var _ = state.log().checkpoint();
              ended.run();
            }));
  }

  private static CheckReports reports(State state) {
    return new StoredCheckReports(
        state.database(),
        state.payloads(),
        state.log(),
        state.log().reader(),
        state.clock()::nowMicros);
  }

  private static StoredSeries series(
      State state, HostSettings settings, Jail jail, Images images, Nonces nonces) {
    JailedImport imports =
        new JailedImport(
            new BarImports(jail, images.importer().image(), HelperLimits.BARS, nonces));
    return new StoredSeries(
        state.database(),
        state.payloads(),
        state.log(),
        state.clock(),
        imports::importBars,
        imports::importTicks,
        new DataFolder(settings.data()).spool());
  }

  /** Candidates with what the gates need of them. */
  record Submissions(
      StoredCandidates.Places places, StoredCandidates candidates, Preparation preparation) {}

  private static Submissions submissions(
      State state, IdempotencyTable answers, SourceHelpers helpers, Nonces nonces) {
    StoredCandidates.Places places =
        new StoredCandidates.Places(
            state.database(), answers, state.payloads(), state.log(), state.log().reader());
    Preparation preparation = new JailedPreparation(helpers.preparations(nonces));
    StoredCandidates candidates =
        new StoredCandidates(
            places,
            state.clock()::nowMicros,
            () -> id(state.random()),
            new JailedAnalysis(new Analyses(helpers.analysis(), HelperLimits.SOURCE, nonces)),
            preparation);
    candidates.recover();
    return new Submissions(places, candidates, preparation);
  }

  /** Returns what the host offers to callers. */
  public Ports ports() {
    return ports;
  }

  /** Returns the log's name. */
  public Origin origin() {
    return state.log().origin();
  }

  /** Returns the isolation that workers and helpers get. */
  public TierReport tier() {
    return TierReport.of(isolation.jail());
  }

  /** Returns what a user should know about the tier: why it is no stronger one, what it lacks. */
  public List<String> tierNotes() {
    return isolation.notes();
  }

  /** Returns what waits for its run or source, and opens the others. */
  Pool pool() {
    return services.pool();
  }

  /** Returns the images that children are started from. */
  Images images() {
    return isolation.images();
  }

  /** Returns the runs that an earlier host on this data left unfinished, found at this start. */
  public List<RunId> interrupted() {
    return state.log().recovery().interrupted();
  }

  /** Ends every check, and every run as interrupted; their watchers are told. */
  public void endRuns() {
    services.checks().close();
    services.runs().close();
  }

  /** Ends runs, stops the database, seals the log and writes the trust file; may be repeated. */
  @Override
  public void close() {
    closers.close();
    trust().ifPresent(trust -> trust.write(settings.trustFile()));
  }

  /** Returns what an auditor needs: origin, key and the newest checkpoint. */
  public Optional<TrustFile> trust() {
    return state
        .log()
        .latestCheckpoint()
        .map(checkpoint ->
            services
                .gates()
                .named(
                    new TrustFile(
                        origin().value(), state.keys().checkpointKey(), checkpoint, List.of())));
  }

  private static FileKeys keys(HostSettings settings, SecureRandom random) {
    if (FileKeys.exist(settings.keys())) {
      return FileKeys.open(settings.keys());
    }
    return FileKeys.create(
        settings.keys(), Origin.random(random).keyName(settings.environment()), random);
  }

  private static AuditSettings auditSettings(HostSettings settings, Keys keys) {
    AuditSettings below =
        AuditSettings.below(settings.data(), origin(keys), settings.environment());
    return settings.secondPlace().map(below::withSecondPlace).orElse(below);
  }

  /** Returns the origin that the checkpoint key is named after. */
  static Origin origin(Keys keys) {
    String name = keys.checkpointKey().name();
    int slash = name.indexOf('/');
    return new Origin(slash < 0 ? name : name.substring(0, slash));
  }

  private static PostgresSettings postgres(
      Surroundings surroundings,
      HostSettings settings,
      Path sockets,
      SecureRandom random,
      Clock clock) {
    return new PostgresSettings(
        settings.data(),
        surroundings.cache(),
        PostgresSettings.SHARED_DEFAULT,
        sockets,
        surroundings.user(),
        surroundings.osName(),
        surroundings.osArch(),
        random,
        clock::monotonicNanos,
        settings.keep());
  }

  private static LimitsIndex book(List<LimitsFile> files) {
    Map<Sha256, Limits> byHash = new TreeMap<>();
    files.forEach(file -> byHash.put(file.hash(), file.limits()));
    return new LimitsIndex(Map.copyOf(byHash));
  }

  private record LimitsIndex(Map<Sha256, Limits> byHash) {
    Optional<Limits> find(Sha256 hash) {
      return Optional.ofNullable(byHash.get(hash));
    }
  }

  private static String id(SecureRandom random) {
    return HexFormat.of().formatHex(bytes(random, ID_BYTES));
  }

  private static byte[] bytes(SecureRandom random, int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }
}
