package dev.glovebox.session;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Tells all who wait for a run that nobody wants it any more. Never taken back. Thread-safe. */
final class StopSignal {
  private final CompletableFuture<Boolean> given = new CompletableFuture<>();

  /** Says so; may be repeated. */
  void give() {
    given.complete(true);
  }

  boolean isGiven() {
    return given.isDone();
  }

  /** Runs {@code action} on the thread that gives the signal; at once if it was given before. */
  void whenGiven(Runnable action) {
    var _ = given.thenRun(action);
  }

  /**
   * Waits for {@code what}, which never fails.
   *
   * @return empty if the signal is given first, if it takes longer, or if the thread is
   *     interrupted, which is kept for the caller
   */
  <T> Optional<T> await(CompletableFuture<T> what, Duration atMost) {
    try {
      var _ = CompletableFuture.anyOf(what, given).get(atMost.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } catch (TimeoutException _) {
      // It may have come at this moment all the same.
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
    return what.isDone() ? Optional.of(what.join()) : Optional.empty();
  }
}
