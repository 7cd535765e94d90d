package dev.glovebox.session;

import dev.glovebox.jail.Session.Ended;
import dev.glovebox.jail.WorkerEnd;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Bounds how many workers start at one time for whoever asks for one: more would each take longer
 * than one after the other. One for all of a host. Thread-safe; first come, first served.
 */
public final class Starts {
  private final Permits places;

  /** At most {@code atOnce} at a time, at least 1. */
  public Starts(int atOnce) {
    this.places = new Permits(atOnce);
  }

  /** Starts as soon as there is a place, or says by {@code refused} why it did not. */
  <T> T within(Duration wait, StopSignal stop, Supplier<T> start, Function<Ended, T> refused) {
    if (!places.take(wait, stop)) {
      return refused.apply(stop.isGiven() ? unwanted() : crowded());
    }
    try {
      return start.get();
    } finally {
      places.giveBack();
    }
  }

  static Ended crowded() {
    return EndedException.host(
        WorkerEnd.WORKER_START_FAILED, "too many workers were starting; none could be in time");
  }

  static Ended unwanted() {
    return EndedException.host(
        WorkerEnd.RUN_INTERRUPTED, "the run was ended while it waited for another worker");
  }
}
