package dev.glovebox.session;

import dev.glovebox.jail.ProcessImage;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Processes that were started ahead, each handed over once. Refilled on a thread of its own, a
 * moment after one was taken. Thread-safe.
 */
final class WarmPool<P> implements AutoCloseable {
  /** Who was served goes first: a refill would take its processor. */
  private static final Duration REFILL_DELAY = Duration.ofMillis(500);

  /** Longest wait for a start that is under way when the pool is closed. */
  private static final Duration CLOSE_WAIT_MAX = Duration.ofSeconds(5);

  /** Tells a process that it is started ahead, so that it warms itself before it waits. */
  private static final String AHEAD_FLAG = "-Dglovebox.warm=true";

  private final int size;
  private final Kind<P> kind;
  private final ScheduledExecutorService refills;
  private final Deque<P> waiting = new ArrayDeque<>();
  private boolean closed;
  private long handedOver;

  /** How the pool's processes begin and end. */
  interface Kind<P> {
    /** Starts one; empty if it could not, and then whoever asks next starts one and says why. */
    Optional<P> started();

    /** Whether it can still be handed over. */
    boolean lives(P process);

    /** Ends it and gives back what it holds. */
    void end(P process);
  }

  /** Starts to fill the pool. */
  WarmPool(String name, int size, Kind<P> kind) {
    this.size = size;
    this.kind = kind;
    this.refills =
        new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name(name + "-pool").factory());
    refill(Duration.ZERO);
  }

  /** Returns {@code image} as it is started ahead of its request. */
  static ProcessImage ahead(ProcessImage image) {
    return image.with(AHEAD_FLAG);
  }

  /** Processes that wait and live. */
  synchronized int waiting() {
    return (int) waiting.stream().filter(kind::lives).count();
  }

  /** Processes that waited and were handed over. */
  synchronized long handedOver() {
    return handedOver;
  }

  /** Hands one over, if one waits, and has its place filled. */
  Optional<P> take() {
    List<P> dead = new ArrayList<>();
    Optional<P> found = Optional.empty();
    synchronized (this) {
      while (found.isEmpty() && !waiting.isEmpty()) {
        P next = waiting.removeFirst();
        if (kind.lives(next)) {
          found = Optional.of(next);
          handedOver++;
        } else {
          dead.add(next);
        }
      }
    }
    dead.forEach(kind::end);
    refill(REFILL_DELAY);
    return found;
  }

  private void refill(Duration delay) {
    try {
      var _ = refills.schedule(this::fill, delay.toMillis(), TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException _) {
      // Closed: whoever still asks starts its own, or hears the jail's refusal.
    }
  }

  private void fill() {
    while (hasRoom()) {
      Optional<P> started = kind.started();
      if (started.isEmpty()) {
        return;
      }
      put(started.get());
    }
  }

  private synchronized boolean hasRoom() {
    return !closed && waiting.size() < size;
  }

  private void put(P started) {
    synchronized (this) {
      if (!closed) {
        waiting.addLast(started);
        return;
      }
    }
    kind.end(started);
  }

  /** Ends all that wait, and starts no more. */
  @Override
  public void close() {
    List<P> left;
    synchronized (this) {
      closed = true;
      left = List.copyOf(waiting);
      waiting.clear();
    }
    refills.shutdownNow();
    left.forEach(kind::end);
    try {
      // One that is just starting is ended by the thread that starts it.
      var _ = refills.awaitTermination(CLOSE_WAIT_MAX.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
