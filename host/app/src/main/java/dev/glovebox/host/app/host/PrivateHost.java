package dev.glovebox.host.app.host;

import dev.glovebox.host.app.Surroundings;
import dev.glovebox.host.app.client.HostAddress;
import dev.glovebox.host.app.client.HostClient;
import dev.glovebox.host.app.spec.LimitsFile;
import dev.glovebox.host.app.spec.SpecDraft.Source;
import dev.glovebox.host.audit.Environment;
import dev.glovebox.host.audit.TrustFile;
import dev.glovebox.host.edge.EdgeServer;
import dev.glovebox.host.edge.Transport;
import dev.glovebox.host.identity.Directory;
import dev.glovebox.host.identity.Principals;
import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Refusal;
import dev.glovebox.host.model.Sha256;
import dev.glovebox.host.payload.LowWater;
import dev.glovebox.jail.HeldFolder;
import dev.glovebox.jail.Tier;
import dev.glovebox.jail.TierReport;
import dev.glovebox.session.PoolBudget;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A host in this JVM for the length of one command. Its one caller is the user who started it: the
 * socket lies in a folder that nobody else may enter.
 *
 * <p>Without a data folder of the user's its state is temporary: it is there until {@link #close},
 * so that evidence can be copied after {@link #end}.
 */
public final class PrivateHost implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PrivateHost.class);
  private static final int WORKERS_MAX = 4;

  private final HostCore core;
  private final EdgeServer server;
  private final HostSettings settings;
  private final Path socket;
  private final HeldFolder runtime;
  private final Thread onExit = new Thread(this::close, "private-host-exit");
  private boolean open = true;

  private PrivateHost(
      HostCore core, EdgeServer server, HostSettings settings, Path socket, HeldFolder runtime) {
    this.core = core;
    this.server = server;
    this.settings = settings;
    this.socket = socket;
    this.runtime = runtime;
  }

  /** Starts a host in the strongest tier of isolation that there is. */
  public static PrivateHost start(
      Surroundings surroundings, Optional<Path> data, LimitsFile limits, Consumer<String> notes) {
    return start(surroundings, data, limits, Tier.PROCESS, notes);
  }

  /**
   * Starts a host.
   *
   * @param data the user's folder for its state; empty = a temporary one
   * @param floor weakest tier of isolation
   * @param notes told what a user should know, one sentence each
   */
  public static PrivateHost start(
      Surroundings surroundings,
      Optional<Path> data,
      LimitsFile limits,
      Tier floor,
      Consumer<String> notes) {
    return start(surroundings, data, limits, new Terms(floor, PoolBudget.NONE), notes);
  }

  /** What a private host is opened with beside its state: weakest isolation, what waits. */
  record Terms(Tier floor, PoolBudget pool) {}

  static PrivateHost start(
      Surroundings surroundings,
      Optional<Path> data,
      LimitsFile limits,
      Terms terms,
      Consumer<String> notes) {
    HeldFolder runtime = Folders.held(surroundings.temporary(), HeldFolder.Kind.HOST);
    HostSettings settings =
        new HostSettings(
            data.map(Path::toAbsolutePath).orElse(runtime.path().resolve("data")),
            runtime.path(),
            Environment.DEVELOPMENT,
            Optional.empty(),
            data.isPresent(),
            List.of(limits),
            WORKERS_MAX,
            Directory.empty(),
            ReviewerSettings.none(),
            terms.floor(),
            LowWater.Marks.STANDARD,
            Density.NONE,
            terms.pool(),
            true);
    try {
      HostCore core = HostCore.open(surroundings, settings);
      try {
        PrivateHost host = serve(surroundings, core, settings, runtime);
        host.tell(notes, core.images().lacking());
        return host;
      } catch (RuntimeException e) {
        core.close();
        throw e;
      }
    } catch (RuntimeException e) {
      runtime.close();
      throw e;
    }
  }

  private static PrivateHost serve(
      Surroundings surroundings, HostCore core, HostSettings settings, HeldFolder runtime) {
    Path socket = Folders.own(settings.runtime().resolve("s")).resolve("host.sock");
    EdgeServer server =
        EdgeServer.start(
            core.ports(),
            Optional.of(settings.limits().getFirst().hash()),
            new Transport.Unix(socket, Principals.localCaller(surroundings.user())),
            Incidents::fresh);
    PrivateHost host = new PrivateHost(core, server, settings, socket, runtime);
    Runtime.getRuntime().addShutdownHook(host.onExit);
    return host;
  }

  /**
   * Returns the limits of a private host: the named file, or the committed one.
   *
   * @throws Refusal FILE_UNREADABLE, LIMITS_MISSING, LIMITS_INVALID
   */
  public static LimitsFile limits(Surroundings surroundings, Optional<Source> named) {
    LimitsFile committed = LimitsFile.read(surroundings.home().resolve(LimitsFile.COMMITTED_NAME));
    if (named.isEmpty()) {
      return committed;
    }
    return switch (named.get()) {
      case Source.OfFile(Path file) -> LimitsFile.read(file);
      case Source.OfHash(Sha256 hash) -> {
        if (!hash.equals(committed.hash())) {
          throw new Refusal(
              Code.LIMITS_MISSING, "the private host knows no limits of that hash; name the file");
        }
        yield committed;
      }
    };
  }

  /** Returns a new client; the caller closes it. */
  public HostClient client() {
    return new HostClient(new HostAddress.Unix(socket));
  }

  /** Returns where the host listens. */
  public Path socket() {
    return socket;
  }

  /** Returns the isolation that candidates get. */
  public TierReport tier() {
    return core.tier();
  }

  /** Returns what waits here for its run or source. */
  Pool pool() {
    return core.pool();
  }

  /** Returns the folder of the host's state. */
  public Path data() {
    return settings.data();
  }

  /** Returns the folders that prove what happened, by the names they get in {@code --out}. */
  public Map<String, Path> evidence() {
    return Map.of(
        "audit", settings.data().resolve("audit"),
        "payload", settings.data().resolve("payload"),
        "second", settings.data().resolve("second"));
  }

  /** Returns the trust file's bytes as of now. */
  public Optional<byte[]> trust() {
    return core.trust().map(TrustFile::bytes);
  }

  /** Ends runs, stops every process and seals the log; the state stays until {@link #close}. */
  public synchronized void end() {
    if (open) {
      open = false;
      // In this order watchers hear how their runs ended before the line is cut.
      server.refuseNewCalls();
      core.endRuns();
      server.close();
      core.close();
    }
  }

  /** Ends the host and removes what is temporary. */
  @Override
  public synchronized void close() {
    end();
    runtime.close();
    if (!Thread.currentThread().equals(onExit)) {
      try {
        Runtime.getRuntime().removeShutdownHook(onExit);
      } catch (IllegalStateException e) {
        LOG.debug("the JVM is ending already", e);
      }
    }
  }

  private void tell(Consumer<String> notes, List<String> slow) {
    notes.accept(
        "private host "
            + core.origin()
            + ", isolation tier "
            + core.tier().tier().text()
            + " ("
            + String.join(", ", core.tier().measures())
            + ")");
    core.tierNotes().forEach(notes);
    if (!slow.isEmpty()) {
      notes.accept(
          "processes start slowly, without caches: "
              + String.join(", ", slow)
              + "; glovebox doctor tells more");
    }
    core.interrupted()
        .forEach(run ->
            notes.accept(
                Code.RUN_INTERRUPTED
                    + ": "
                    + run.resourceName()
                    + " was going when an earlier"
                    + " host ended"));
  }
}
