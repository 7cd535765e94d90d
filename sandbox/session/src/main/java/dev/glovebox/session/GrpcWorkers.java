package dev.glovebox.session;

import com.google.protobuf.ByteString;
import dev.glovebox.jail.Jail;
import dev.glovebox.jail.JailedProcess;
import dev.glovebox.jail.ProcessExit;
import dev.glovebox.jail.ProcessImage;
import dev.glovebox.jail.ProcessLimits;
import dev.glovebox.jail.Session;
import dev.glovebox.jail.Session.Ended;
import dev.glovebox.jail.Tier;
import dev.glovebox.jail.WorkerEnd;
import dev.glovebox.jail.WorkerKind;
import dev.glovebox.jail.WorkerLimits;
import dev.glovebox.jail.Workers;
import dev.glovebox.jail.image.ImageChangedException;
import dev.glovebox.session.ConnectedWorker.Attempt;
import dev.glovebox.session.ConnectedWorker.Connected;
import dev.glovebox.session.ConnectedWorker.NotConnected;
import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * Opens workers that speak gRPC over a unix socket of their own. Thread-safe.
 *
 * <p>A worker learns by stdin, and only there: line 1 its nonce as 64 lower-case hexadecimal
 * digits, and behind a space the number of runs if it is for more than one, line 2 the path of the
 * socket, each ended by LF. Stdin then stays open and silent for the worker's whole life; its end
 * means that the host is gone, and the worker must halt at once. So must a worker whose stream
 * ends.
 */
public final class GrpcWorkers implements Workers {
  private final Jail jail;
  private final Map<WorkerKind, ProcessImage> images;
  private final Path socketRoot;
  private final Nonces nonces;
  private final LongSupplier nanoTime;

  /**
   * Opens workers of {@code images} in {@code jail}.
   *
   * @param images one for each kind on offer
   * @param socketRoot an existing folder for the sockets' folders; its path at most 76 bytes
   * @param nanoTime monotonic time for deadlines, in nanoseconds
   */
  public GrpcWorkers(
      Jail jail,
      Map<WorkerKind, ProcessImage> images,
      Path socketRoot,
      Nonces nonces,
      LongSupplier nanoTime) {
    this.jail = jail;
    this.images = Map.copyOf(images);
    this.socketRoot = socketRoot;
    this.nonces = nonces;
    this.nanoTime = nanoTime;
  }

  /** The same, of workers that warm themselves before they connect. */
  GrpcWorkers ahead() {
    Map<WorkerKind, ProcessImage> warm = new HashMap<>();
    images.forEach((kind, image) -> warm.put(kind, WarmPool.ahead(image)));
    return new GrpcWorkers(jail, warm, socketRoot, nonces, nanoTime);
  }

  @Override
  public Tier tier() {
    return jail.tier();
  }

  @Override
  public Opened open(WorkerLimits limits, WorkerKind kind) {
    return switch (connect(kind, memory(limits), limits.wallStart(), () -> true)) {
      case Connected(ConnectedWorker worker) -> new Open(session(worker, limits));
      case NotConnected(Ended end) -> new Failed(end);
    };
  }

  /** The memory that a worker of these limits is started with. */
  static ProcessLimits memory(WorkerLimits limits) {
    return new ProcessLimits(limits.heapMebibytes(), limits.directMebibytes());
  }

  /** The session of a worker that was connected here. */
  Session session(ConnectedWorker worker, WorkerLimits limits) {
    return new WorkerSession(worker, new WorkerSession.Terms(limits, nanoTime), Moves.NONE);
  }

  /** The clock of every deadline here. */
  LongSupplier nanoTime() {
    return nanoTime;
  }

  /**
   * Starts a worker and waits until it has connected, which it does when it is warm: once for each
   * run that it is for.
   *
   * @param wanted asked again and again; false gives the start up
   */
  Attempt connect(WorkerKind kind, ProcessLimits memory, Duration wall, BooleanSupplier wanted) {
    ProcessImage image = images.get(kind);
    if (image == null) {
      return new NotConnected(
          EndedException.host(
              WorkerEnd.WORKER_START_FAILED, "this host has no worker of kind " + kind.text()));
    }
    long deadlineNanos = nanoTime.getAsLong() + wall.toNanos();
    try (AcceptOnce accept = AcceptOnce.listen(socketRoot, memory.runs())) {
      JailedProcess process = jail.start(image, memory, Optional.of(accept.socket()));
      try {
        process.killAtCpu(WorkerLimits.RUN_CPU_MAX.multipliedBy(memory.runs()));
        byte[] nonce = nonces.fresh();
        tell(process, nonce, memory.runs(), process.socket().orElse(accept.socket()));
        Optional<List<SocketChannel>> accepted =
            accept.accept(process, deadlineNanos, nanoTime, wanted);
        if (accepted.isEmpty()) {
          Ended end = notConnected(process, accept);
          process.close();
          return new NotConnected(end);
        }
        return new Connected(
            new ConnectedWorker(
                process,
                accepted.get(),
                ByteString.copyFrom(nonce),
                jail.isolationMeasures(),
                jail.identity(image)));
      } catch (IOException e) {
        process.close();
        throw e;
      }
    } catch (ImageChangedException e) {
      return new NotConnected(EndedException.host(WorkerEnd.IMAGE_CHANGED, e.change().sentence()));
    } catch (IOException e) {
      return new NotConnected(
          EndedException.host(
              WorkerEnd.WORKER_START_FAILED, "cannot start a worker: " + e.getMessage()));
    }
  }

  private static void tell(JailedProcess process, byte[] nonce, int seats, Path socket) {
    String several = seats == 1 ? "" : " " + seats;
    String lines = HexFormat.of().formatHex(nonce) + several + "\n" + socket + "\n";
    try {
      process.stdin().write(lines.getBytes(StandardCharsets.UTF_8));
      process.stdin().flush();
    } catch (IOException _) {
      // It is gone already; the wait for its connection finds out how.
    }
  }

  private static Ended notConnected(JailedProcess process, AcceptOnce accept) {
    if (accept.crowded()) {
      return EndedException.violated(
          Violation.CONNECTION_SECOND, "the worker dialled more often than it may");
    }
    Optional<ProcessExit> exit =
        process.isAlive() ? Optional.empty() : process.awaitExit(JailedProcess.REAP_WAIT_MAX);
    if (exit.isEmpty()) {
      return EndedException.host(
          WorkerEnd.WORKER_START_FAILED,
          accept.dialled() == 0
              ? "the worker did not connect in time"
              : "the worker made only " + accept.dialled() + " of its connections in time");
    }
    return exit.get().reason() == WorkerEnd.MEMORY_LIMIT
        ? EndedException.host(
            WorkerEnd.MEMORY_LIMIT, "the worker ran out of its bounded memory at its start")
        : EndedException.host(
            WorkerEnd.WORKER_START_FAILED,
            "the worker ended at its start, status " + exit.get().status());
  }
}
