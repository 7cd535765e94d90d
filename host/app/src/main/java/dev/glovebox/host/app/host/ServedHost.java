package dev.glovebox.host.app.host;

import dev.glovebox.host.app.Surroundings;
import dev.glovebox.host.audit.Environment;
import dev.glovebox.host.edge.EdgeServer;
import dev.glovebox.host.edge.Transport;
import dev.glovebox.host.identity.Principals;
import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Refusal;
import dev.glovebox.host.model.Sha256;
import dev.glovebox.jail.HeldFolder;
import dev.glovebox.jail.Tier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A host that serves until it is told to end. */
public final class ServedHost implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ServedHost.class);

  private final Closers closers;
  private final HostCore core;
  private final List<EdgeServer> servers;
  private final String ready;

  private ServedHost(Closers closers, HostCore core, List<EdgeServer> servers, String ready) {
    this.closers = closers;
    this.core = core;
    this.servers = List.copyOf(servers);
    this.ready = ready;
  }

  /**
   * Starts the host that {@code configFile} describes.
   *
   * @throws Refusal CONFIG_INVALID, LIMITS_MISSING, TIER_UNAVAILABLE, or what {@link HostCore#open}
   *     refuses with
   */
  public static ServedHost start(Surroundings surroundings, Path configFile) {
    HostConfig config = HostConfig.read(configFile);
    mustKeepApart(surroundings, config);
    Closers closers = new Closers();
    try {
      return start(surroundings, config, closers);
    } catch (RuntimeException e) {
      closers.close();
      throw e;
    }
  }

  /** Returns the line that says where the host listens. */
  public String ready() {
    return ready;
  }

  /** Ends runs, stops every process and seals the log. */
  @Override
  public void close() {
    // In this order watchers hear how their runs ended before the line is cut.
    servers.forEach(EdgeServer::refuseNewCalls);
    core.endRuns();
    closers.close();
  }

  private static ServedHost start(Surroundings surroundings, HostConfig config, Closers closers) {
    Path runtime = closers.add(Folders.held(surroundings.temporary(), HeldFolder.Kind.HOST)).path();
    HostCore core =
        closers.add(
            HostCore.open(
                surroundings,
                new HostSettings(
                    config.data(),
                    runtime,
                    config.environment(),
                    config.secondPlace(),
                    true,
                    List.of(config.limits()),
                    config.workersMax(),
                    config.directory(),
                    config.reviewers(),
                    floor(config),
                    config.marks(),
                    config.density(),
                    config.pool(),
                    false)));
    LOG.info("isolation tier {}: {}", core.tier().tier().text(), core.tier().measures());
    core.tierNotes().forEach(LOG::warn);
    LOG.info("pool: {}", core.pool().text());
    core.interrupted().forEach(run -> LOG.warn("{} {}", Code.RUN_INTERRUPTED, run.resourceName()));
    StringBuilder ready = new StringBuilder("READY");
    List<EdgeServer> servers = new ArrayList<>();
    Optional<Sha256> limits = Optional.of(config.limits().hash());
    config
        .unix()
        .ifPresent(socket -> {
          makeFolder(socket);
          servers.add(
              closers.add(
                  EdgeServer.start(
                      core.ports(),
                      limits,
                      new Transport.Unix(socket, Principals.localCaller(surroundings.user())),
                      Incidents::fresh)));
          ready.append(" unix=").append(socket);
        });
    config
        .tls()
        .ifPresent(tls -> {
          EdgeServer server =
              closers.add(
                  EdgeServer.start(
                      core.ports(), limits, transport(config, tls, core), Incidents::fresh));
          servers.add(server);
          ready
              .append(" tls=")
              .append(tls.address().getHostString())
              .append(':')
              .append(server.port());
        });
    return new ServedHost(closers, core, servers, ready.toString());
  }

  private static Tier floor(HostConfig config) {
    long teams = config.principals().stream().map(Principals.Principal::team).distinct().count();
    Tier floor = TierPolicy.floor(config.environment(), config.tierFloor(), teams);
    if (floor != config.tierFloor()) {
      LOG.info(
          "isolation tier {} or stronger: a host in {}, with {} teams, has no tier process",
          floor.text(),
          config.environment(),
          teams);
    }
    return floor;
  }

  private static Transport transport(HostConfig config, HostConfig.Tls tls, HostCore core) {
    try {
      return new Transport.MutualTls(
          tls.address(),
          tls.certificate(),
          tls.key(),
          tls.clientCa(),
          new Principals(core.origin().value(), config.principals()));
    } catch (IllegalArgumentException e) {
      throw new Refusal(Code.CONFIG_INVALID, config.file() + ": " + e.getMessage());
    }
  }

  private static void makeFolder(Path socket) {
    Path folder = socket.toAbsolutePath().getParent();
    if (folder != null && !Files.exists(folder)) {
      Folders.own(folder);
    }
  }

  /** A production host must not even be able to read what belongs to other people. */
  private static void mustKeepApart(Surroundings surroundings, HostConfig config) {
    if (config.environment() != Environment.PRODUCTION) {
      return;
    }
    if (surroundings.user().equals("root")) {
      throw new Refusal(Code.CONFIG_INVALID, "a production host does not run as root");
    }
    Path host = config.file().toAbsolutePath().normalize().getParent();
    Path above = host == null ? null : host.getParent();
    for (String other : List.of("ca", "reviewer", "auditor", "principals")) {
      if (above != null && isReadable(above.resolve(other))) {
        throw new Refusal(
            Code.CONFIG_INVALID, "a production host must not be able to read " + other + "/");
      }
    }
  }

  private static boolean isReadable(Path folder) {
    try (var entries = Files.list(folder)) {
      return entries.count() >= 0;
    } catch (IOException e) {
      return false;
    }
  }
}
