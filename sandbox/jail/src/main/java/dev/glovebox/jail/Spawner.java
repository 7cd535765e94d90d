package dev.glovebox.jail;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;

/**
 * Starts processes, all of them from one platform thread that lives as long as this object: a
 * request to die with the parent fires when the spawning <em>thread</em> ends. Thread-safe.
 */
public final class Spawner implements AutoCloseable {
  private final ExecutorService spawner =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().daemon().name("jail-spawner").factory());
  private final ScheduledExecutorService deadlines =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("jail-deadlines").factory());

  /** A spawner with its threads. */
  public Spawner() {}

  /**
   * Starts {@code builder}'s process.
   *
   * @param socket where the child finds the socket to dial, if it was given one
   * @param holdings given back when the process is closed; not if it could not be started
   * @throws IOException if it could not be started
   */
  public JailedProcess start(
      String name, ProcessBuilder builder, Optional<Path> socket, Holdings holdings)
      throws IOException {
    return new JailedProcess(name, spawn(builder), socket, holdings, deadlines);
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
          throw new IOException("cannot start " + builder.command().getFirst(), e.getCause());
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Ends the threads; processes still alive are the business of their owners. */
  @Override
  public void close() {
    spawner.shutdownNow();
    deadlines.shutdownNow();
  }
}
