package dev.glovebox.jail;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tier {@code process}: an own JVM with cleared environment, bounded memory, deadline and kill.
 *
 * <p>It does not hide files or the network: the child has the host's uid. Stronger tiers exist for
 * that; this one says what it does in {@link #isolationMeasures()} and nothing more.
 *
 * <p>All children are spawned by one thread that lives as long as this jail, because a
 * die-with-parent request (prctl PR_SET_PDEATHSIG) fires when the spawning <em>thread</em> ends.
 */
public final class ProcessJail implements Jail {
  /** The measures of this tier, in the order of reports. */
  public static final List<String> MEASURES =
      List.of(
          "own-jvm",
          "cleared-environment",
          "bounded-heap",
          "bounded-direct-memory",
          "exit-on-out-of-memory",
          "no-attach",
          "host-deadline",
          "stdin-nonce",
          "private-folder");

  /** Holds where children run on a runtime of the modules that they need, and no others. */
  public static final String MINIMAL_RUNTIME = "minimal-runtime";

  private final Path java;
  private final List<String> measures;
  private final Path scratch;
  private final ExecutorService spawner;
  private final ScheduledExecutorService deadlines;

  /**
   * Makes a jail; starts no process yet.
   *
   * @param java the {@code java} executable of the runtime that children use
   * @param scratch an existing folder in which each child's private folder is made
   */
  public ProcessJail(Path java, Path scratch) {
    this(java, scratch, false);
  }

  /**
   * Makes a jail; starts no process yet.
   *
   * @param minimalRuntime whether {@code java} is of a runtime that holds nothing but what children
   *     need
   */
  public ProcessJail(Path java, Path scratch, boolean minimalRuntime) {
    this.java = java.toAbsolutePath();
    this.measures =
        minimalRuntime
            ? Stream.concat(MEASURES.stream(), Stream.of(MINIMAL_RUNTIME)).toList()
            : MEASURES;
    this.scratch = scratch.toAbsolutePath();
    this.spawner =
        Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("jail-spawner").factory());
    this.deadlines =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("jail-deadlines").factory());
  }

  @Override
  public Tier tier() {
    return Tier.PROCESS;
  }

  @Override
  public List<String> isolationMeasures() {
    return measures;
  }

  @Override
  public JailedProcess start(ProcessImage image, ProcessLimits limits) throws IOException {
    Path folder =
        Files.createTempDirectory(
            scratch,
            image.name() + "-",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    ProcessBuilder builder = new ProcessBuilder(command(image, limits, folder));
    builder.environment().clear();
    builder.environment().put("LANG", "C.UTF-8");
    builder.directory(folder.toFile());
    try {
      return new JailedProcess(image.name(), spawn(builder), folder, deadlines);
    } catch (IOException e) {
      PrivateFolder.remove(folder);
      throw e;
    }
  }

  private Process spawn(ProcessBuilder builder) throws IOException {
    Future<Process> spawned;
    try {
      spawned = spawner.submit(builder::start);
    } catch (RejectedExecutionException e) {
      throw new IOException("the jail is closed", e);
    }
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return spawned.get();
        } catch (InterruptedException _) {
          // Giving up here would leave a process that nobody owns; starting takes milliseconds.
          interrupted = true;
        } catch (ExecutionException e) {
          throw new IOException("cannot start " + java, e.getCause());
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private List<String> command(ProcessImage image, ProcessLimits limits, Path folder) {
    List<String> command = new ArrayList<>();
    command.add(java.toString());
    command.addAll(image.jvmFlags());
    command.addAll(
        List.of(
            "-Xmx" + limits.heapMebibytes() + "m",
            "-XX:MaxDirectMemorySize=" + limits.directMebibytes() + "m",
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:-HeapDumpOnOutOfMemoryError",
            "-XX:-CreateCoredumpOnCrash",
            "-XX:+DisableAttachMechanism",
            "-XX:-UsePerfData",
            // Stdout may carry frames: what the JVM itself has to say goes to stderr.
            "-XX:+DisplayVMOutputToStderr",
            "-Djava.io.tmpdir=" + folder,
            "-cp",
            image.classPath().stream()
                .map(entry -> entry.toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator)),
            image.mainClass()));
    return command;
  }

  @Override
  public void close() {
    spawner.shutdownNow();
    deadlines.shutdownNow();
  }
}
