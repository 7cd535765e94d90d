package dev.glovebox.host.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Refusal;
import dev.glovebox.host.store.Database;
import dev.glovebox.host.store.Migrations;
import dev.glovebox.host.store.SharedPostgres;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.postgresql.ds.PGSimpleDataSource;

@Timeout(120)
class EmbeddedPostgresTest {
  private static final boolean ROOT = System.getProperty("user.name").equals("root");
  private static final int STRANGER_UID = 47_110;

  private Path data = Path.of("");

  /** For the tests that only look. */
  private static Path sharedData = Path.of("");

  private static Optional<EmbeddedPostgres> shared = Optional.empty();

  @BeforeAll
  static void startShared() throws IOException {
    sharedData = Files.createTempDirectory("glovebox-pg-test");
    shared = Optional.of(start(sharedData));
  }

  @AfterAll
  static void stopShared() {
    shared.ifPresent(EmbeddedPostgres::close);
    Folders.delete(sharedData);
  }

  private static EmbeddedPostgres shared() {
    return shared.orElseThrow();
  }

  @BeforeEach
  void makeDataFolder() throws IOException {
    data = Files.createTempDirectory("glovebox-pg-test");
  }

  @AfterEach
  void removeDataFolder() {
    Folders.delete(data);
  }

  private EmbeddedPostgres start() {
    return start(data);
  }

  private static EmbeddedPostgres start(Path folder) {
    return EmbeddedPostgres.start(SharedPostgres.settings(folder, true), new Migrations());
  }

  private static List<String> show(EmbeddedPostgres postgres, String sql) {
    try (Database database = Database.over(postgres.source())) {
      return database.query(sql, row -> row.getString(1));
    }
  }

  @Test
  void noLoginWithoutThePassword() throws SQLException {
    for (String wrong : List.of("", "glovebox", "postgres")) {
      for (String role : List.of(Cluster.APPLICATION_ROLE, Cluster.SUPERUSER)) {
        PGSimpleDataSource source = shared().source();
        source.setUser(role);
        source.setPassword(wrong);
        assertThatThrownBy(source::getConnection)
            .isInstanceOf(SQLException.class)
            .hasMessageContaining("password");
      }
    }
    try (Connection connection = shared().source().getConnection()) {
      assertThat(connection.isValid(1)).as("the right password").isTrue();
    }
  }

  @Test
  void anotherAccountDoesNotReachTheSocket() throws Exception {
    assumeTrue(
        ROOT && Files.isExecutable(Path.of("/usr/bin/setpriv")),
        "missing capability: root with setpriv, to become another account");
    Path socket = shared().socket();
    assertThat(probe(socket)).startsWith(SocketProbe.REFUSED);
    try {
      Folders.mode(socket.resolveSibling("."), "rwxr-xr-x");
      Folders.mode(socket, "rwxrwxrwx");
      assertThat(probe(socket)).as("positive control").isEqualTo(SocketProbe.SASL);
    } finally {
      Folders.mode(socket, "rwx------");
      Folders.mode(socket.resolveSibling("."), "rwx------");
    }
  }

  private String probe(Path socket) throws Exception {
    Path classes = data.resolve("probe");
    Path name = Path.of(SocketProbe.class.getName().replace('.', '/') + ".class");
    Folders.create(classes.resolve(name).resolveSibling("."), "rwxr-xr-x");
    Files.copy(
        Path.of(SocketProbe.class.getProtectionDomain().getCodeSource().getLocation().toURI())
            .resolve(name),
        classes.resolve(name),
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    Folders.mode(data, "rwxr-xr-x");
    Process process =
        new ProcessBuilder(
                "/usr/bin/setpriv",
                "--reuid=" + STRANGER_UID,
                "--regid=" + STRANGER_UID,
                "--clear-groups",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xshare:auto",
                "-cp",
                classes.toString(),
                SocketProbe.class.getName(),
                socket.toString())
            .redirectErrorStream(true)
            .start();
    try (BufferedReader said = process.inputReader(StandardCharsets.UTF_8)) {
      return String.valueOf(said.readLine());
    }
  }

  @Test
  void listensNowhereElseAndIsDurable() throws IOException {
    EmbeddedPostgres postgres = shared();
    assertThat(show(postgres, "SHOW listen_addresses")).containsExactly("");
    assertThat(show(postgres, "SHOW fsync")).containsExactly("on");
    assertThat(show(postgres, "SHOW full_page_writes")).containsExactly("on");
    assertThat(show(postgres, "SHOW synchronous_commit")).containsExactly("on");
    assertThat(show(postgres, "SHOW idle_in_transaction_session_timeout"))
        .containsExactly(ServerProcess.IDLE_IN_TRANSACTION_SECONDS_MAX + "s");
    assertThat(show(postgres, "SHOW statement_timeout"))
        .containsExactly(ServerProcess.STATEMENT_SECONDS_MAX + "s");
    assertThat(
            show(
                postgres,
                "SELECT (rolsuper OR rolcreatedb OR rolcreaterole OR rolreplication)::text"
                    + " FROM pg_roles WHERE rolname = current_user"))
        .containsExactly("false");
    assertThat(mode(postgres.clusterFolder().resolve("data"))).isEqualTo("rwx------");
    assertThat(mode(postgres.socket().resolveSibling("."))).isEqualTo("rwx------");
    Path access = sharedData.resolve("postgres-access");
    assertThat(mode(access)).isEqualTo("rwx------");
    for (String file : List.of("superuser.password", "application.password")) {
      assertThat(mode(access.resolve(file))).isEqualTo("rw-------");
    }
    assertThat(postgres.socket().toString().length())
        .isLessThanOrEqualTo(EmbeddedPostgres.SOCKET_PATH_BYTES_MAX);
  }

  private static String mode(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path.normalize()));
  }

  @Test
  void everyClusterHasPasswordsOfItsOwn() throws IOException {
    EmbeddedPostgres.start(SharedPostgres.settings(data, false), new Migrations()).close();
    assertThat(Files.readString(data.resolve("postgres-access/application.password")))
        .hasSize(2 * PostgresSettings.PASSWORD_BYTES)
        .isNotEqualTo(Files.readString(sharedData.resolve("postgres-access/application.password")));
    assertThat(data.resolve("postgres")).as("temporary data is deleted").doesNotExist();
  }

  @Test
  void refusesASecondHostOnTheSameData() {
    assertThatThrownBy(() -> start(sharedData))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(Code.DATA_IN_USE));
    assertThat(show(shared(), "SELECT 'alive'")).containsExactly("alive");
  }

  @Test
  void keepsTheSocketsPathShort() {
    PostgresSettings good = SharedPostgres.settings(data, true);
    Path deep =
        Folders.create(
            data.resolve("d".repeat(EmbeddedPostgres.SOCKET_PATH_BYTES_MAX)), "rwx--x--x");
    PostgresSettings tooDeep =
        new PostgresSettings(
            data,
            good.cache(),
            good.shared(),
            deep,
            good.hostUser(),
            good.osName(),
            good.osArch(),
            good.random(),
            good.monotonicNanos(),
            true);
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start(tooDeep, new Migrations())) {
      assertThat(postgres.socket().toString().getBytes(StandardCharsets.UTF_8).length)
          .isLessThanOrEqualTo(EmbeddedPostgres.SOCKET_PATH_BYTES_MAX);
      assertThat(show(postgres, "SELECT 'alive'")).containsExactly("alive");
    }
  }

  @Test
  void keepsDataOverARestartAndOverAKillOfTheServer() {
    long pid;
    try (EmbeddedPostgres postgres = start();
        Database database = Database.over(postgres.source())) {
      database.execute("INSERT INTO lease VALUES ('t', 'a', 1, 'h', now())");
      pid = postgres.pid();
    }
    assertThat(ProcessHandle.of(pid)).as("stopped").isEmpty();
    EmbeddedPostgres killed = start();
    try (Database database = Database.over(killed.source())) {
      database.execute("INSERT INTO lease VALUES ('t', 'b', 1, 'h', now())");
    }
    ProcessHandle postmaster = ProcessHandle.of(killed.pid()).orElseThrow();
    assertThat(postmaster.destroyForcibly()).isTrue();
    killed.close();
    try (EmbeddedPostgres postgres = start()) {
      assertThat(show(postgres, "SELECT run_id FROM lease ORDER BY run_id"))
          .containsExactly("a", "b");
    }
  }

  @Test
  void stopsAServerThatOutlivedItsHost() throws IOException {
    EmbeddedPostgres survivor = start();
    Path lock =
        Files.exists(data.resolve("postgres-access/lock"))
            ? data.resolve("postgres-access/lock")
            : survivor
                .clusterFolder()
                .resolveSibling(survivor.clusterFolder().getFileName() + ".lock");
    Files.delete(lock); // a dead host holds none
    try (EmbeddedPostgres postgres = start()) {
      assertThat(ProcessHandle.of(survivor.pid()).filter(ProcessHandle::isAlive)).isEmpty();
      assertThat(postgres.pid()).isNotEqualTo(survivor.pid());
      assertThat(show(postgres, "SELECT 'alive'")).containsExactly("alive");
    }
    // This JVM is no dead host: it would take a later file with the same inode for the lost lock.
    survivor.close();
  }

  @Test
  void endsWithItsHostAndTheNextOneFindsWhatWasCommitted() throws Exception {
    Process host =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                DoomedHost.class.getName(),
                data.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    long server;
    try (BufferedReader said = host.inputReader(StandardCharsets.UTF_8)) {
      server = Long.parseLong(said.readLine());
      assertThat(host.destroyForcibly().waitFor(10, TimeUnit.SECONDS)).isTrue();
    }
    if (Files.isExecutable(Path.of("/usr/bin/setpriv"))) {
      Optional<ProcessHandle> left = ProcessHandle.of(server);
      if (left.isPresent()) {
        assertThat(left.get().onExit().get(20, TimeUnit.SECONDS)).as("ended by itself").isNotNull();
      }
    }
    try (EmbeddedPostgres postgres = start()) {
      assertThat(show(postgres, "SELECT holder FROM lease")).containsExactly("doomed");
    }
  }

  @Test
  void cleansWhatCanBeMadeAgainAndNothingElse() {
    Path cache = Folders.create(data.resolve("some"), "rwxr-xr-x");
    Path shared = Folders.create(data.resolve("shared"), "rwxr-xr-x");
    Path template =
        Folders.create(cache.resolve("template-1/data"), "rwx------").resolveSibling(".");
    Path programs = Folders.create(shared.resolve("cache/postgres-1"), "rwxr-xr-x");
    Path other = Folders.create(cache.resolve("other"), "rwxr-xr-x");
    Path cluster = Folders.create(shared.resolve("clusters/1"), "rwxr-xr-x");
    assertThat(PostgresCache.clean(cache, shared)).hasSize(2);
    assertThat(template).doesNotExist();
    assertThat(programs).doesNotExist();
    assertThat(other).exists();
    assertThat(cluster).exists();
  }

  @Test
  void hostsThatStartAtTheSameTimeSweepTheSameClusters() throws Exception {
    Path clusters = Folders.create(data.resolve("clusters"), "rwxr-xr-x");
    for (int i = 0; i < 200; i++) {
      Folders.create(clusters.resolve("c" + i + "/base"), "rwx------");
      Files.writeString(clusters.resolve("c" + i + ".data-of"), data.resolve("gone") + "\n");
    }
    List<Callable<Void>> sweeps =
        Collections.nCopies(
            4,
            () -> {
              Places.sweep(clusters);
              return null;
            });
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      for (Future<Void> sweep : threads.invokeAll(sweeps)) {
        assertThat(sweep.get()).isNull();
      }
    }
    try (Stream<Path> left = Files.list(clusters)) {
      assertThat(left.filter(path -> !path.toString().endsWith("lock"))).isEmpty();
    }
  }

  @Test
  void namesTheArchiveOfEachPlatform() {
    assertThat(PostgresBinaries.archiveName("Linux", "amd64"))
        .isEqualTo("postgres-linux-x86_64.txz");
    assertThat(PostgresBinaries.archiveName("Mac OS X", "aarch64"))
        .isEqualTo("postgres-darwin-arm_64.txz");
    assertThatThrownBy(() -> PostgresBinaries.archiveName("Linux", "riscv64"))
        .isInstanceOf(Refusal.class);
    assertThat(PostgresCache.servesPlatform("Linux", "riscv64")).isFalse();
    assertThat(
            PostgresCache.servesPlatform(
                System.getProperty("os.name"), System.getProperty("os.arch")))
        .isTrue();
  }
}
