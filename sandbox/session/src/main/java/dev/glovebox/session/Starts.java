package dev.glovebox.session;

import dev.glovebox.jail.Session.Ended;
import dev.glovebox.jail.WorkerEnd;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Bounds how many workers start at one time: more would each take longer than one after the other.
 * Thread-safe; first come, first served.
 */
final class Starts {
  private final Semaphore places;

  /** At most {@code atOnce} at a time, at least 1. */
  Starts(int atOnce) {
    if (atOnce < 1) {
      throw new IllegalArgumentException(atOnce + " starts at a time");
    }
    this.places = new Semaphore(atOnce, true);
  }

  /** Starts as soon as there is a place, or says by {@code refused} that none came in time. */
  <T> T within(Duration wait, Supplier<T> start, Function<Ended, T> refused) {
    boolean mayStart = false;
    try {
      mayStart = places.tryAcquire(wait.toNanos(), TimeUnit.NANOSECONDS);
      return mayStart ? start.get() : refused.apply(crowded());
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return refused.apply(crowded());
    } finally {
      if (mayStart) {
        places.release();
      }
    }
  }

  private static Ended crowded() {
    return EndedException.host(
        WorkerEnd.WORKER_START_FAILED, "too many workers were starting; none could be in time");
  }
}
