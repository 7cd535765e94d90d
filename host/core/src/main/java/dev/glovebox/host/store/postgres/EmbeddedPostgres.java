package dev.glovebox.host.store.postgres;

import dev.glovebox.host.model.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The host's own PostgreSQL: one cluster, one server, one unix socket in a folder of mode 0700.
 *
 * <p>Durable: fsync, full page writes and synchronous commit are on. Every login needs a password
 * (scram-sha-256). The server ends with the host; one that survived a kill is stopped by the next
 * start. Refuses with DATABASE_FAILED when it cannot start and DATA_IN_USE when another host holds
 * the cluster.
 */
public final class EmbeddedPostgres implements AutoCloseable {
  /** Longest path of a unix socket, in bytes (macOS takes 103). */
  public static final int SOCKET_PATH_BYTES_MAX = 100;

  /** Where the socket's folder goes when the configured place is too deep or closed to nobody. */
  private static final Path SOCKETS_FALLBACK = Path.of("/tmp");

  private static final String SOCKET_FOLDER_PREFIX = "gbpg-";
  private static final String SOCKET_FILE = ".s.PGSQL.5432";
  private static final int LOGIN_SECONDS_MAX = 10;

  private final PostgresSettings settings;
  private final Cluster cluster;
  private final ServerProcess server;
  private final Path socketFolder;
  private final String password;
  private final HeldLock lock;

  private EmbeddedPostgres(
      PostgresSettings settings,
      Cluster cluster,
      ServerProcess server,
      Path socketFolder,
      String password,
      HeldLock lock) {
    this.settings = settings;
    this.cluster = cluster;
    this.server = server;
    this.socketFolder = socketFolder;
    this.password = password;
    this.lock = lock;
  }

  /** Returns whether this build carries the programs for a platform. */
  public static boolean hasPrograms(String osName, String osArch) {
    return EmbeddedPostgres.class.getResource("/" + PostgresBinaries.archiveName(osName, osArch))
        != null;
  }

  /** Unpacks, initialises and starts what is needed, and returns when logins are possible. */
  public static EmbeddedPostgres start(PostgresSettings settings, Schema schema) {
    ServerAccount account = ServerAccount.of(settings.hostUser());
    Places places = Places.of(settings, account);
    PostgresBinaries binaries =
        PostgresBinaries.in(places.cache(), settings.osName(), settings.osArch());
    Cluster cluster = new Cluster(places.cluster(), binaries, account);
    HeldLock lock = HeldLock.take(places.lock());
    Optional<Path> sockets = Optional.empty();
    try {
      Path socketFolder = newSocketFolder(settings, account);
      sockets = Optional.of(socketFolder);
      ServerProcess.stopSurvivor(cluster);
      boolean fresh = !cluster.exists();
      if (fresh) {
        create(settings, places, cluster, schema);
      }
      ServerProcess server = ServerProcess.start(cluster, socketFolder, settings.monotonicNanos());
      EmbeddedPostgres started =
          new EmbeddedPostgres(
              settings, cluster, server, socketFolder, places.applicationPassword(), lock);
      if (!fresh) { // a new one comes from the template, which has this schema
        started.apply(schema);
      }
      return started;
    } catch (RuntimeException e) {
      sockets.ifPresent(Folders::delete);
      lock.close();
      throw e;
    }
  }

  private void apply(Schema schema) {
    try {
      schema.apply(source());
    } catch (RuntimeException e) {
      server.stop(ServerProcess.StopMode.FAST);
      throw e;
    }
  }

  private static void create(
      PostgresSettings settings, Places places, Cluster cluster, Schema schema) {
    Folders.delete(cluster.data()); // what an interrupted creation left
    cluster.makeFolder();
    Cluster template = template(settings, places, cluster, schema);
    Cluster copy =
        new Cluster(cluster.folder().resolve("new"), cluster.binaries(), cluster.account());
    Folders.delete(copy.folder());
    copy.makeFolder();
    copy.copyFrom(template);
    String superuser = settings.newPassword();
    String application = settings.newPassword();
    copy.setPasswords(superuser, application);
    places.writePasswords(superuser, application);
    if (settings.keep()) {
      copy.sync();
    }
    move(copy.data(), cluster.data());
    Folders.delete(copy.folder());
  }

  private static Cluster template(
      PostgresSettings settings, Places places, Cluster cluster, Schema schema) {
    String form = Cluster.FORM_VERSION + " " + schema.version();
    String version = Sha256.of(form.getBytes(StandardCharsets.UTF_8)).hex().substring(0, 16);
    Path folder = places.cache().resolve("template-" + cluster.binaries().build() + "-" + version);
    Cluster template = new Cluster(folder, cluster.binaries(), cluster.account());
    if (template.exists()) {
      return template;
    }
    Cluster fresh =
        new Cluster(
            places.cache().resolve("making-" + settings.newName()),
            cluster.binaries(),
            cluster.account());
    try {
      fresh.makeFolder();
      fresh.initialise(settings.newPassword());
      String password = settings.newPassword();
      fresh.setPasswords(settings.newPassword(), password);
      Path sockets = newSocketFolder(settings, cluster.account());
      ServerProcess server = ServerProcess.start(fresh, sockets, settings.monotonicNanos());
      try {
        schema.apply(source(sockets, password));
      } finally {
        server.stop(ServerProcess.StopMode.FAST);
        Folders.delete(sockets);
      }
      move(fresh.folder(), folder);
    } catch (RuntimeException e) {
      if (!template.exists()) { // else another host was quicker
        throw e;
      }
    } finally {
      Folders.delete(fresh.folder());
    }
    return template;
  }

  private static void move(Path from, Path to) {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("a new cluster could not be put in place", e);
    }
  }

  private static Path newSocketFolder(PostgresSettings settings, ServerAccount account) {
    try {
      Path base = settings.sockets();
      if (account.other().isPresent() && !Folders.traversableByAll(base)) {
        base = SOCKETS_FALLBACK;
      }
      Path folder = Files.createTempDirectory(base, SOCKET_FOLDER_PREFIX);
      if (pathBytes(folder) > SOCKET_PATH_BYTES_MAX) {
        Folders.delete(folder);
        folder = Files.createTempDirectory(SOCKETS_FALLBACK, SOCKET_FOLDER_PREFIX);
      }
      account.own(folder);
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException("the socket's folder could not be made", e);
    }
  }

  private static int pathBytes(Path folder) {
    return folder.resolve(SOCKET_FILE).toString().getBytes(StandardCharsets.UTF_8).length;
  }

  static boolean isSocketFolder(Path folder) {
    Path name = folder.getFileName();
    return name != null && name.toString().startsWith(SOCKET_FOLDER_PREFIX);
  }

  /** Returns connections of the application role; each call of it dials anew. */
  public PGSimpleDataSource source() {
    return source(socketFolder, password);
  }

  private static PGSimpleDataSource source(Path socketFolder, String password) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setSocketFactory(UnixSocketFactory.class.getName());
    source.setSocketFactoryArg(socketFolder.resolve(SOCKET_FILE).toString());
    source.setServerNames(new String[] {"unix"});
    source.setDatabaseName(Cluster.DATABASE);
    source.setUser(Cluster.APPLICATION_ROLE);
    source.setPassword(password);
    source.setLoginTimeout(LOGIN_SECONDS_MAX);
    source.setSslMode("disable"); // a unix socket in a folder of mode 0700
    source.setGssEncMode("disable");
    source.setApplicationName("glovebox");
    return source;
  }

  /** Returns the socket's path. */
  public Path socket() {
    return socketFolder.resolve(SOCKET_FILE);
  }

  /** Returns the folder of the cluster's files. */
  public Path clusterFolder() {
    return cluster.folder();
  }

  /** Returns the postmaster's process id. */
  public long pid() {
    return server.pid();
  }

  /** Stops the server; temporary data is deleted. */
  @Override
  public void close() {
    server.stop(settings.keep() ? ServerProcess.StopMode.FAST : ServerProcess.StopMode.IMMEDIATE);
    Folders.delete(socketFolder);
    if (!settings.keep()) {
      Folders.delete(cluster.folder());
    }
    lock.close();
  }
}
