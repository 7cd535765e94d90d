package dev.glovebox.session;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;

/** A number of places that are taken and given back: first come, first served. Thread-safe. */
final class Permits {
  @GuardedBy("this")
  private int free;

  @GuardedBy("this")
  private final Deque<Turn> waiting = new ArrayDeque<>();

  /** One wait. */
  private static final class Turn {
    final CompletableFuture<Boolean> came = new CompletableFuture<>();
  }

  /** So many places, at least 1. */
  Permits(int places) {
    if (places < 1) {
      throw new IllegalArgumentException(places + " places");
    }
    this.free = places;
  }

  /**
   * Takes a place; waits for one unless {@code stop} is given.
   *
   * @return whether it was taken, and must be given back
   */
  boolean take(Duration wait, StopSignal stop) {
    Turn turn = new Turn();
    synchronized (this) {
      if (free > 0) {
        free--;
        return true;
      }
      waiting.addLast(turn);
    }
    if (stop.await(turn.came, wait).isPresent()) {
      return true;
    }
    synchronized (this) {
      waiting.remove(turn);
      // It may have been handed over at this moment.
      return turn.came.isDone();
    }
  }

  /** How many wait. */
  synchronized int waiting() {
    return waiting.size();
  }

  /** Gives a place back, to whoever has waited longest. */
  synchronized void giveBack() {
    Turn next = waiting.pollFirst();
    if (next == null) {
      free++;
    } else {
      next.came.complete(true);
    }
  }
}
