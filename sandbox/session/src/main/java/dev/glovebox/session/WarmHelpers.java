package dev.glovebox.session;

import dev.glovebox.jail.Jail;
import dev.glovebox.jail.JailedProcess;
import dev.glovebox.jail.ProcessImage;
import dev.glovebox.jail.ProcessLimits;
import java.io.IOException;
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
 * Keeps processes ready that were started ahead and wait at their stdin for their one request.
 *
 * <p>A process is handed over once and never comes back, so that it holds nothing of an earlier
 * candidate: all it has seen is the host's own sample. Its limits are those of a cold one, and its
 * deadline counts from the request. One that waits ends with the host, at the end of its stdin.
 * When none waits, a cold one is started: an empty pool costs time and refuses nobody.
 */
public final class WarmHelpers implements Helpers {
  /** Most processes that may wait in one pool. */
  public static final int WAITING_MAX = 16;

  /** The request goes first: a refill would take its processor. */
  private static final Duration REFILL_DELAY = Duration.ofMillis(500);

  private final Jail jail;
  private final ProcessImage image;
  private final ProcessLimits memory;
  private final int size;
  private final ScheduledExecutorService refills;
  private final Deque<JailedProcess> waiting = new ArrayDeque<>();
  private boolean closed;

  /**
   * Starts to fill the pool, on a thread of its own.
   *
   * @param image told by one of its own flags to warm itself before it reads
   * @param size processes that wait, 1 to {@value #WAITING_MAX}
   */
  public WarmHelpers(Jail jail, ProcessImage image, ProcessLimits memory, int size) {
    if (size < 1 || size > WAITING_MAX) {
      throw new IllegalArgumentException("a pool of " + size + " processes");
    }
    this.jail = jail;
    this.image = image;
    this.memory = memory;
    this.size = size;
    this.refills =
        new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name(image.name() + "-pool").factory());
    refill(Duration.ZERO);
  }

  @Override
  public String name() {
    return image.name();
  }

  /** Processes that wait and live. */
  public synchronized int waiting() {
    return (int) waiting.stream().filter(JailedProcess::isAlive).count();
  }

  @Override
  public JailedProcess take() throws IOException {
    Optional<JailedProcess> ready = poll();
    refill(REFILL_DELAY);
    return ready.isPresent() ? ready.get() : jail.start(image, memory);
  }

  private Optional<JailedProcess> poll() {
    List<JailedProcess> dead = new ArrayList<>();
    Optional<JailedProcess> found = Optional.empty();
    synchronized (this) {
      while (found.isEmpty() && !waiting.isEmpty()) {
        JailedProcess next = waiting.removeFirst();
        if (next.isAlive()) {
          found = Optional.of(next);
        } else {
          dead.add(next);
        }
      }
    }
    dead.forEach(JailedProcess::close);
    return found;
  }

  private void refill(Duration delay) {
    try {
      var _ = refills.schedule(this::fill, delay.toMillis(), TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException _) {
      // Closed: whoever still asks gets a cold process, or the jail's own refusal.
    }
  }

  private void fill() {
    while (hasRoom()) {
      try {
        put(jail.start(image, memory));
      } catch (IOException _) {
        // The next request starts one itself and says why it could not.
        return;
      }
    }
  }

  private synchronized boolean hasRoom() {
    return !closed && waiting.size() < size;
  }

  private void put(JailedProcess started) {
    synchronized (this) {
      if (!closed) {
        waiting.addLast(started);
        return;
      }
    }
    started.close();
  }

  @Override
  public void close() {
    List<JailedProcess> left;
    synchronized (this) {
      closed = true;
      left = List.copyOf(waiting);
      waiting.clear();
    }
    refills.shutdown();
    left.forEach(JailedProcess::close);
  }
}
