package dev.glovebox.jail;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One running child process, what it holds, and the power to end it.
 *
 * <p>Stdin stays open for the child's whole life: end of file there means that the host is gone,
 * and the child must then end at once ({@code Runtime.halt}). That is how children of a host that
 * was killed with {@code kill -9} go away in every tier.
 *
 * <p>Thread-safe. Stderr is read away and its first {@value #STDERR_BYTES_MAX} bytes are kept.
 */
public final class JailedProcess implements AutoCloseable {
  /** Bytes of stderr kept; the rest is read and dropped. */
  public static final int STDERR_BYTES_MAX = 16 * 1024;

  /** Longest wait for the kernel to end a process that was killed. */
  public static final Duration REAP_WAIT_MAX = Duration.ofSeconds(5);

  /**
   * What stands for the socket where a child is to speak by stdin and stdout instead, after it was
   * told so by stdin.
   */
  public static final Path STANDARD_STREAMS = Path.of("-");

  /** How often the processor time of a process is looked at. */
  public static final Duration CPU_LOOK_INTERVAL = Duration.ofSeconds(10);

  private final String name;
  private final Process process;
  private final Optional<Path> socket;
  private final Holdings holdings;
  private final ScheduledExecutorService deadlines;
  private final BoundedText errors = new BoundedText(STDERR_BYTES_MAX);
  private final Thread errorReader;
  private final AtomicBoolean closed = new AtomicBoolean();
  private final AtomicReference<@Nullable WorkerEnd> killedFor = new AtomicReference<>();
  private final AtomicReference<@Nullable ScheduledFuture<?>> deadline = new AtomicReference<>();

  JailedProcess(
      String name,
      Process process,
      Optional<Path> socket,
      Holdings holdings,
      ScheduledExecutorService deadlines) {
    this.name = name;
    this.process = process;
    this.socket = socket;
    this.holdings = holdings;
    this.deadlines = deadlines;
    this.errorReader =
        Thread.ofPlatform()
            .daemon()
            .name(name + "-stderr")
            .start(() -> errors.drain(process.getErrorStream()));
  }

  /** The image's name. */
  public String name() {
    return name;
  }

  /** Process id on this machine. */
  public long pid() {
    return process.pid();
  }

  /**
   * Where the child finds the socket that it was given, or {@link #STANDARD_STREAMS}; empty if it
   * was given none.
   */
  public Optional<Path> socket() {
    return socket;
  }

  /** To the child. Buffered: flush it. Never close it before the child is to end. */
  public OutputStream stdin() {
    return process.getOutputStream();
  }

  /** From the child; hostile bytes. A blocked read ends when the process is killed. */
  public InputStream stdout() {
    return process.getInputStream();
  }

  /** The kept part of stderr: untrusted text. */
  public String stderrText() {
    return errors.text();
  }

  /** Waits until all of stderr was read; it ends with the process. */
  public void awaitErrors() {
    joinErrorReader();
  }

  /** Whether the process has not ended yet. */
  public boolean isAlive() {
    return process.isAlive();
  }

  /** Runs {@code action} on some thread once the process has ended; at once if it already has. */
  public void onExit(Runnable action) {
    var _ = process.onExit().thenRun(action);
  }

  /**
   * Arms the host-side deadline of the whole process: it is killed for {@link
   * WorkerEnd#WALL_DEADLINE} unless it ends within {@code wall}. Replaces an earlier deadline.
   */
  public void killAfter(Duration wall) {
    try {
      ScheduledFuture<?> armed =
          deadlines.schedule(
              () -> kill(WorkerEnd.WALL_DEADLINE), wall.toNanos(), TimeUnit.NANOSECONDS);
      ScheduledFuture<?> earlier = deadline.getAndSet(armed);
      if (earlier != null) {
        earlier.cancel(false);
      }
    } catch (RejectedExecutionException _) {
      // The jail is closed: without a deadline nothing may run.
      kill(WorkerEnd.WALL_DEADLINE);
    }
  }

  /**
   * Bounds the processor time of the process with its descendants: it is killed for {@link
   * WorkerEnd#CPU_LIMIT} once it has used {@code cpu}. Seen by the host itself, every {@link
   * #CPU_LOOK_INTERVAL} or more often under a short bound, so that the end has a name in every
   * tier; the kernel's own bound, where there is one, lies above.
   */
  public void killAtCpu(Duration cpu) {
    long every = Math.min(CPU_LOOK_INTERVAL.toNanos(), Math.max(1, cpu.toNanos() / 4));
    try {
      ScheduledFuture<?> armed =
          deadlines.scheduleWithFixedDelay(
              () -> {
                if (cpuUsed().compareTo(cpu) > 0) {
                  kill(WorkerEnd.CPU_LIMIT);
                }
              },
              every,
              every,
              TimeUnit.NANOSECONDS);
      onExit(() -> armed.cancel(false));
    } catch (RejectedExecutionException _) {
      // The jail is closed: without a bound nothing may run.
      kill(WorkerEnd.CPU_LIMIT);
    }
  }

  private Duration cpuUsed() {
    return Stream.concat(Stream.of(process.toHandle()), process.descendants())
        .flatMap(one -> one.info().totalCpuDuration().stream())
        .reduce(Duration.ZERO, Duration::plus);
  }

  /**
   * Kills the process and its descendants; the first reason given stays.
   *
   * <p>Does nothing to a process that has already ended: then its own status tells why.
   */
  public void kill(WorkerEnd reason) {
    if (process.isAlive()) {
      killedFor.compareAndSet(null, reason);
      destroy();
    }
  }

  private void destroy() {
    List<ProcessHandle> descendants = process.descendants().toList();
    process.destroyForcibly();
    for (ProcessHandle descendant : descendants) {
      descendant.destroyForcibly();
    }
  }

  /**
   * Waits for the end of the process.
   *
   * @return empty if it still lives after {@code atMost}; an interrupt is kept for the caller and
   *     does not shorten the wait
   */
  public Optional<ProcessExit> awaitExit(Duration atMost) {
    boolean interrupted = Thread.interrupted();
    try {
      while (true) {
        try {
          return process.waitFor(atMost.toNanos(), TimeUnit.NANOSECONDS)
              ? Optional.of(new ProcessExit(process.exitValue(), killedFor()))
              : Optional.empty();
        } catch (InterruptedException _) {
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /**
   * Why the host, or the bound on memory, killed the process. Known before the process is gone, so
   * whoever has read the end of its output can tell whether that was its own.
   */
  public Optional<WorkerEnd> killedFor() {
    WorkerEnd ours = killedFor.get();
    if (ours != null) {
      return Optional.of(ours);
    }
    if (holdings.hitMemoryBound()) {
      return Optional.of(WorkerEnd.MEMORY_LIMIT);
    }
    // Refused threads end nobody; a process that then fails has failed for that reason.
    return !process.isAlive() && process.exitValue() != 0 && holdings.hitThreadBound()
        ? Optional.of(WorkerEnd.THREAD_LIMIT)
        : Optional.empty();
  }

  /** Kills the process if it lives, reaps it, and gives back what it held. Never throws. */
  @Override
  public void close() {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    ScheduledFuture<?> armed = deadline.getAndSet(null);
    if (armed != null) {
      armed.cancel(false);
    }
    destroy();
    var _ = awaitExit(REAP_WAIT_MAX);
    closeQuietly(process.getOutputStream());
    closeQuietly(process.getInputStream());
    joinErrorReader();
    holdings.close();
  }

  private void joinErrorReader() {
    try {
      if (!errorReader.join(REAP_WAIT_MAX)) {
        errorReader.interrupt();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private static void closeQuietly(Closeable stream) {
    try {
      stream.close();
    } catch (IOException _) {
      // A pipe to a dead process: nothing is lost.
    }
  }
}
