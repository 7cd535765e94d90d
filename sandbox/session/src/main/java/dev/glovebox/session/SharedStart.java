package dev.glovebox.session;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.glovebox.jail.Session.Ended;
import dev.glovebox.jail.WorkerEnd;
import dev.glovebox.session.ConnectedWorker.Attempt;
import dev.glovebox.session.ConnectedWorker.Connected;
import dev.glovebox.session.ConnectedWorker.NotConnected;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * The start of one shared worker, and all who wait for a place in it. Thread-safe.
 *
 * <p>The thread of whoever came first starts it, holding no lock. Who is not wanted any more drops
 * out; once all have, the start is given up.
 */
final class SharedStart {
  private final int seats;
  private final StopSignal unwanted = new StopSignal();
  private final CompletableFuture<Boolean> over = new CompletableFuture<>();

  @GuardedBy("this")
  private final List<Claim> waiting = new ArrayList<>();

  @GuardedBy("this")
  private int claims;

  SharedStart(int seats) {
    this.seats = seats;
  }

  /** Given once nobody waits for the worker any more. */
  StopSignal unwanted() {
    return unwanted;
  }

  /** A claim to a place of the worker; empty if there is none left, or the start is over. */
  synchronized Optional<Claim> claim() {
    if (claims == seats || over.isDone() || unwanted.isGiven()) {
      return Optional.empty();
    }
    claims++;
    Claim claim = new Claim();
    waiting.add(claim);
    return Optional.of(claim);
  }

  /**
   * Gives each who still waits a place, or the reason why there is none.
   *
   * @return the worker, if somebody was given a place in it
   */
  Optional<SharedWorker> finish(Attempt attempt, LongSupplier nanoTime) {
    return switch (attempt) {
      case Connected(ConnectedWorker worker) -> {
        SharedWorker shared = new SharedWorker(worker, nanoTime);
        yield end(shared::take, atItsStart()) ? Optional.of(shared) : Optional.empty();
      }
      case NotConnected(Ended end) -> {
        boolean _ = end(Optional::empty, end);
        yield Optional.empty();
      }
    };
  }

  private synchronized boolean end(Supplier<Optional<Place>> places, Ended without) {
    boolean given = false;
    for (Claim claim : waiting) {
      Optional<Place> place = places.get();
      claim.found =
          Optional.of(place.<Moves.Found>map(Moves.At::new).orElse(new Moves.Nowhere(without)));
      given |= place.isPresent();
    }
    waiting.clear();
    over.complete(true);
    return given;
  }

  static Ended atItsStart() {
    return EndedException.host(WorkerEnd.WORKER_START_FAILED, "the worker ended at its start");
  }

  private synchronized void drop(Claim claim) {
    if (waiting.remove(claim) && waiting.isEmpty()) {
      unwanted.give();
    }
  }

  private synchronized Optional<Moves.Found> found(Claim claim) {
    Optional<Moves.Found> found = claim.found;
    claim.found = Optional.empty();
    return found;
  }

  /** One run's wait for a place. */
  final class Claim {
    // Guarded by the start, whose lock all that touch it hold.
    private Optional<Moves.Found> found = Optional.empty();

    private Claim() {}

    /** Waits for the place; drops out when {@code stop} is given. */
    Moves.Found await(Duration atMost, StopSignal stop) {
      boolean _ = stop.await(over, atMost).isPresent();
      SharedStart.this.drop(this);
      return found(this)
          .orElseGet(
              () -> new Moves.Nowhere(stop.isGiven() ? Starts.unwanted() : Starts.crowded()));
    }

    /** Says that the run does not want it any more; a place that was given is given back. */
    void drop() {
      SharedStart.this.drop(this);
      found(this)
          .ifPresent(found -> {
            switch (found) {
              case Moves.At(Place place) -> place.leave(Place.Leaving.SETTLED);
              case Moves.Nowhere _ -> {}
            }
          });
    }
  }
}
