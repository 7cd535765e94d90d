package dev.glovebox.host.store.postgres;

import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Refusal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One running postmaster, a direct child of the host.
 *
 * <p>It is started by a platform thread that lives until {@link #stop}: the kernel sends the
 * parent-death signal when the <em>thread</em> ends that made the child.
 */
final class ServerProcess {
  /** Longest a start may take, a recovery after a crash included. */
  static final Duration START_MAX = Duration.ofSeconds(60);

  /** Longest a fast stop may take before the server is killed. */
  static final Duration STOP_MAX = Duration.ofSeconds(20);

  /**
   * How long a start is tried again: after a kill of the postmaster its children hold the shared
   * memory for up to two seconds.
   */
  static final Duration RETRY_MAX = Duration.ofSeconds(10);

  static final int MAX_CONNECTIONS = 40;
  static final int IDLE_IN_TRANSACTION_SECONDS_MAX = 5;
  static final int STATEMENT_SECONDS_MAX = 30;
  private static final int POLL_MILLIS = 5;
  private static final int RETRY_MILLIS = 200;
  private static final int STATUS_LINE = 7;
  private static final Logger LOG = LoggerFactory.getLogger(ServerProcess.class);

  private final Cluster cluster;
  private final Process process;
  private final CountDownLatch threadMayEnd;

  private ServerProcess(Cluster cluster, Process process, CountDownLatch threadMayEnd) {
    this.cluster = cluster;
    this.process = process;
    this.threadMayEnd = threadMayEnd;
  }

  /** Starts a server on {@code cluster} that listens on a socket in {@code socketFolder} alone. */
  static ServerProcess start(Cluster cluster, Path socketFolder, LongSupplier nanos) {
    long retryUntil = nanos.getAsLong() + RETRY_MAX.toNanos();
    while (true) {
      ServerProcess server = spawn(cluster, command(cluster, socketFolder));
      if (server.becomesReady(nanos)) {
        return server;
      }
      server.kill();
      if (nanos.getAsLong() - retryUntil > 0) {
        throw new Refusal(
            Code.DATABASE_FAILED, "PostgreSQL did not start: " + lastLine(cluster.folder()));
      }
      pause(RETRY_MILLIS);
    }
  }

  private static List<String> command(Cluster cluster, Path socketFolder) {
    return List.of(
        cluster.binaries().program("postgres").toString(),
        "-D",
        cluster.data().toString(),
        "-c",
        "listen_addresses=",
        "-c",
        "unix_socket_directories=" + socketFolder,
        "-c",
        "unix_socket_permissions=0700",
        "-c",
        "fsync=on",
        "-c",
        "full_page_writes=on",
        "-c",
        "synchronous_commit=on",
        "-c",
        "password_encryption=scram-sha-256",
        "-c",
        "max_connections=" + MAX_CONNECTIONS,
        "-c",
        "shared_buffers=64MB",
        "-c",
        "idle_in_transaction_session_timeout=" + IDLE_IN_TRANSACTION_SECONDS_MAX + "s",
        "-c",
        "statement_timeout=" + STATEMENT_SECONDS_MAX + "s",
        "-c",
        "authentication_timeout=5s",
        "-c",
        "log_statement=none",
        "-c",
        "log_min_error_statement=panic",
        "-c",
        "timezone=UTC");
  }

  private static ServerProcess spawn(Cluster cluster, List<String> program) {
    ProcessBuilder builder = new ProcessBuilder(cluster.account().service(program));
    builder.directory(cluster.folder().toFile());
    builder.environment().clear();
    builder.environment().putAll(Commands.ENVIRONMENT);
    builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
    builder.redirectErrorStream(true);
    builder.redirectOutput(cluster.folder().resolve("log").toFile());
    CompletableFuture<Process> started = new CompletableFuture<>();
    CountDownLatch mayEnd = new CountDownLatch(1);
    Thread.ofPlatform()
        .name("postgres-parent")
        .daemon()
        .start(() -> {
          try {
            started.complete(builder.start());
            mayEnd.await();
          } catch (IOException e) {
            started.completeExceptionally(e);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
    return new ServerProcess(cluster, started.join(), mayEnd);
  }

  private boolean becomesReady(LongSupplier nanos) {
    long giveUp = nanos.getAsLong() + START_MAX.toNanos();
    while (process.isAlive() && nanos.getAsLong() - giveUp < 0) {
      Optional<PidFile> file = PidFile.read(cluster.data());
      if (file.isPresent() && file.get().pid() == process.pid() && file.get().ready()) {
        return true;
      }
      pause(POLL_MILLIS);
    }
    return false;
  }

  long pid() {
    return process.pid();
  }

  /** Ends the server; returns when it is gone. */
  void stop(StopMode mode) {
    signal(cluster, mode);
    try {
      if (!process.waitFor(STOP_MAX.toSeconds(), TimeUnit.SECONDS)) {
        LOG.warn("PostgreSQL did not stop in time and is killed");
        process.destroyForcibly().waitFor(STOP_MAX.toSeconds(), TimeUnit.SECONDS);
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    threadMayEnd.countDown();
  }

  private void kill() {
    process.destroyForcibly();
    threadMayEnd.countDown();
  }

  /** How a server is asked to end. */
  enum StopMode {
    /** Ends sessions and writes a checkpoint. */
    FAST,
    /** Ends at once; the next start recovers. For data that is thrown away. */
    IMMEDIATE
  }

  /** Asks the server that the cluster's pid file names to end. */
  static void signal(Cluster cluster, StopMode mode) {
    Commands.run(
        cluster
            .account()
            .command(
                List.of(
                    cluster.binaries().program("pg_ctl").toString(),
                    "stop",
                    "--no-wait",
                    "--mode=" + mode.name().toLowerCase(java.util.Locale.ROOT),
                    "--pgdata=" + cluster.data())),
        cluster.folder(),
        "");
  }

  /** Stops a server that outlived its host, if the pid file still names one. */
  static void stopSurvivor(Cluster cluster) {
    Optional<PidFile> file = PidFile.read(cluster.data());
    if (file.isEmpty()) {
      return;
    }
    Optional<ProcessHandle> survivor =
        ProcessHandle.of(file.get().pid()).filter(handle -> isPostgres(handle, cluster.binaries()));
    if (survivor.isPresent()) {
      LOG.info("a PostgreSQL of an earlier host is still running and is stopped");
      signal(cluster, StopMode.FAST);
      waitForEnd(survivor.get());
    }
    file.get().socketFolder().filter(EmbeddedPostgres::isSocketFolder).ifPresent(Folders::delete);
  }

  private static boolean isPostgres(ProcessHandle handle, PostgresBinaries binaries) {
    // The pid may belong to somebody else by now; another build's postgres counts as ours.
    Path name = binaries.program("postgres").getFileName();
    return handle.info().command().map(Path::of).map(Path::getFileName).equals(Optional.of(name));
  }

  private static void waitForEnd(ProcessHandle survivor) {
    try {
      survivor.onExit().get(STOP_MAX.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
      LOG.warn("the surviving PostgreSQL does not stop and is killed");
      survivor.destroyForcibly();
    }
  }

  /** What {@code postmaster.pid} says. */
  record PidFile(long pid, boolean ready, Optional<Path> socketFolder) {
    private static final int SOCKET_LINE = 4;

    static Optional<PidFile> read(Path data) {
      try {
        List<String> lines = Files.readAllLines(data.resolve("postmaster.pid"));
        boolean ready =
            lines.size() > STATUS_LINE && lines.get(STATUS_LINE).strip().equals("ready");
        Optional<Path> folder =
            lines.size() > SOCKET_LINE && !lines.get(SOCKET_LINE).isBlank()
                ? Optional.of(Path.of(lines.get(SOCKET_LINE).strip()))
                : Optional.empty();
        return Optional.of(new PidFile(Long.parseLong(lines.getFirst().strip()), ready, folder));
      } catch (IOException | NumberFormatException | java.util.NoSuchElementException e) {
        return Optional.empty(); // not there, or being written
      }
    }
  }

  private static String lastLine(Path folder) {
    try {
      List<String> lines = Files.readAllLines(folder.resolve("log"), StandardCharsets.ISO_8859_1);
      return lines.isEmpty() ? "it said nothing" : lines.getLast();
    } catch (IOException e) {
      return "it left no log";
    }
  }

  private static void pause(int millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Refusal(Code.DATABASE_FAILED, "interrupted while PostgreSQL started");
    }
  }
}
