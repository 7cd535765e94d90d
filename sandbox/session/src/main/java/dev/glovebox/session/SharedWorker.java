package dev.glovebox.session;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import com.google.protobuf.ByteString;
import dev.glovebox.jail.ImageIdentity;
import dev.glovebox.jail.ProcessExit;
import dev.glovebox.jail.Session.Ended;
import dev.glovebox.jail.Session.SharedSeat;
import dev.glovebox.jail.WorkerEnd;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * One process in which several runs of one owner have a place each. Thread-safe; each place belongs
 * to its run's thread.
 *
 * <p>A place is given once. The process ends with the last run that is in it, so no run is ever
 * given a place that another one left, and nothing waits for an owner who is gone. What the end of
 * one run means for the process is decided here and nowhere else.
 */
final class SharedWorker {
  /** Stands among the measures of a process that several runs share. */
  static final String MEASURE = "shared-by-one-owner";

  private static final int NAME_BYTES = 8;

  /**
   * Ends that a guest comes to by itself, in the worker's own words, and that leave the process as
   * it was for its siblings. Whoever lies here harms runs of its own owner.
   */
  private static final Set<WorkerEnd> SPARING =
      EnumSet.of(
          WorkerEnd.STRATEGY_ERROR,
          WorkerEnd.PARAMETER_INVALID,
          WorkerEnd.BUDGET_EXCEEDED,
          WorkerEnd.RECURSION_LIMIT,
          WorkerEnd.OUTPUT_LIMIT,
          WorkerEnd.INTENT_LIMIT);

  /** Ends that the host comes to while the guest waits for what it is told next. */
  private static final Set<WorkerEnd> SPARING_SEEN =
      EnumSet.of(WorkerEnd.RESTART_DIVERGED, WorkerEnd.SIBLING_ENDED, WorkerEnd.RUN_INTERRUPTED);

  private final ConnectedWorker worker;
  private final LongSupplier nanoTime;
  private final String name;

  @GuardedBy("this")
  private int taken;

  @GuardedBy("this")
  private int inside;

  @GuardedBy("this")
  private boolean over;

  @GuardedBy("this")
  private Optional<SharedSeat> endedFor = Optional.empty();

  @GuardedBy("this")
  private Optional<Long> diedAt = Optional.empty();

  SharedWorker(ConnectedWorker worker, LongSupplier nanoTime) {
    this.worker = worker;
    this.nanoTime = nanoTime;
    byte[] sha256 = Recording.digest().digest(worker.nonce().toByteArray());
    this.name = "worker-" + HexFormat.of().formatHex(sha256, 0, NAME_BYTES);
    worker.process().onExit(this::died);
  }

  private synchronized void died() {
    if (diedAt.isEmpty()) {
      diedAt = Optional.of(nanoTime.getAsLong());
    }
  }

  /** Gives a place to one more run; empty if there is none or the process is at its end. */
  synchronized Optional<Place> take() {
    if (over || taken == worker.connections().size() || !worker.process().isAlive()) {
      return Optional.empty();
    }
    taken++;
    inside++;
    return Optional.of(new Seat(taken));
  }

  /** Whether nobody can be given a place any more, for the process ends or has ended. */
  synchronized boolean isOver() {
    return over || !worker.process().isAlive();
  }

  private synchronized void kill(WorkerEnd reason, SharedSeat seat) {
    if (worker.process().isAlive()) {
      endedFor = endedFor.or(() -> Optional.of(seat));
      // From here on nobody else may come.
      over = true;
    }
    worker.process().kill(reason);
  }

  private synchronized Optional<SharedSeat> endedFor() {
    return endedFor;
  }

  private void leave() {
    synchronized (this) {
      inside--;
      if (inside > 0) {
        return;
      }
      over = true;
    }
    worker.close();
  }

  private synchronized boolean mayHaveEndedBy(long askedNanos) {
    return endedFor.isEmpty() && (diedAt.isEmpty() || askedNanos - diedAt.get() < 0);
  }

  /** One run's place. */
  private final class Seat implements Place {
    private final int number;
    private boolean left;

    Seat(int number) {
      this.number = number;
    }

    @Override
    public SocketChannel accepted() {
      return worker.connections().get(number - 1);
    }

    @Override
    public ByteString nonce() {
      return worker.nonce();
    }

    @Override
    public List<String> measures() {
      List<String> measures = new ArrayList<>(worker.measures());
      measures.add(MEASURE);
      return List.copyOf(measures);
    }

    @Override
    public Optional<ImageIdentity> image() {
      return worker.image();
    }

    @Override
    public Optional<SharedSeat> seat() {
      return Optional.of(here());
    }

    private SharedSeat here() {
      return new SharedSeat(name, number, worker.connections().size());
    }

    @Override
    public void kill(WorkerEnd reason) {
      if (!left) {
        SharedWorker.this.kill(reason, here());
      }
    }

    @Override
    public void end(Ended ended) {
      boolean spares =
          switch (ended.observedBy()) {
            case WORKER -> SPARING.contains(ended.reason());
            case HOST -> SPARING_SEEN.contains(ended.reason());
          };
      if (!spares) {
        kill(ended.reason());
      }
    }

    @Override
    public Optional<SharedSeat> endedFor() {
      return SharedWorker.this.endedFor();
    }

    @Override
    public Optional<ProcessExit> awaitExit(Duration atMost) {
      return worker.awaitExit(atMost);
    }

    @Override
    public boolean mayHaveEndedBy(long askedNanos) {
      return SharedWorker.this.mayHaveEndedBy(askedNanos);
    }

    @Override
    public void leave(Leaving how) {
      if (left) {
        return;
      }
      switch (how) {
        case SETTLED -> {}
        // Nobody waits for this guest any more, so nobody would end it.
        case UNFINISHED -> kill(WorkerEnd.RUN_INTERRUPTED);
        case BREACHED -> kill(WorkerEnd.PROTOCOL_VIOLATION);
      }
      left = true;
      ConnectedWorker.close(accepted());
      SharedWorker.this.leave();
    }
  }
}
