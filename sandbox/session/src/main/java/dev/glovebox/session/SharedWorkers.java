package dev.glovebox.session;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.glovebox.jail.ProcessLimits;
import dev.glovebox.jail.Profile;
import dev.glovebox.jail.Session.Ended;
import dev.glovebox.jail.Tier;
import dev.glovebox.jail.WorkerEnd;
import dev.glovebox.jail.WorkerKind;
import dev.glovebox.jail.WorkerLimits;
import dev.glovebox.jail.Workers;
import dev.glovebox.session.ConnectedWorker.Attempt;
import dev.glovebox.session.ConnectedWorker.Connected;
import dev.glovebox.session.ConnectedWorker.NotConnected;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Gives runs of one owner, kind, language and size places in one worker, so that many slow runs fit
 * in memory. Thread-safe.
 *
 * <p>What one run does to the process it does to its siblings: they are then taken to another
 * worker and told again what they were told, see {@link WorkerSession}. Who asks without saying
 * whose run it is, or for a profile with a compiler, gets a worker of its own.
 */
public final class SharedWorkers implements Workers {
  /** Most runs of one worker. */
  public static final int RUNS_PER_WORKER_MAX = ProcessLimits.RUNS_MAX;

  /** Most runs that may be alone in a worker after the end of one that they shared. */
  public static final int ALONE_MAX = 256;

  /** Their number if a host names none; each is a process of full size. */
  public static final int ALONE_DEFAULT = 8;

  /** Heap that each run beyond the first adds to that of its worker. */
  public static final int HEAP_MEBIBYTES_PER_RUN = 6;

  /** Direct memory that each run beyond the first adds to that of its worker. */
  public static final int DIRECT_MEBIBYTES_PER_RUN = 4;

  private final GrpcWorkers cold;
  private final Workers own;
  private final Rules rules;
  private final Starts starts;
  private final Permits alone;
  private final Map<Group, Room> rooms = new ConcurrentHashMap<>();
  private final AtomicLong recordings = new AtomicLong();

  /**
   * Who shares, and where runs that share are recorded.
   *
   * @param runsMax most runs of one worker by kind, 1 to {@value #RUNS_PER_WORKER_MAX}; a kind that
   *     is not named does not share
   * @param recordings an existing private folder
   * @param aloneMax most runs that may be alone in a worker after the end of one that they shared,
   *     1 to {@value #ALONE_MAX}
   */
  public record Rules(Map<String, Integer> runsMax, Path recordings, int aloneMax) {
    /** Copies the map and checks the numbers. */
    public Rules {
      runsMax = Map.copyOf(runsMax);
      runsMax.values().forEach(Rules::check);
      if (aloneMax < 1 || aloneMax > ALONE_MAX) {
        throw new IllegalArgumentException(aloneMax + " runs alone");
      }
    }

    private static void check(int runs) {
      if (runs < 1 || runs > RUNS_PER_WORKER_MAX) {
        throw new IllegalArgumentException(runs + " runs in a worker");
      }
    }
  }

  /** Runs that may meet in a worker. */
  private record Group(Sharing sharing, WorkerKind kind, ProcessLimits memory) {}

  /**
   * Shares by {@code rules}.
   *
   * @param cold starts the workers that are shared
   * @param own opens all others
   * @param starts bounds the starts of workers, also of those that {@code own} opens
   */
  public SharedWorkers(GrpcWorkers cold, Workers own, Rules rules, Starts starts) {
    this.cold = cold;
    this.own = own;
    this.rules = rules;
    this.starts = starts;
    this.alone = new Permits(rules.aloneMax());
  }

  @Override
  public Tier tier() {
    return own.tier();
  }

  @Override
  public Opened open(WorkerLimits limits, WorkerKind kind) {
    return own.open(limits, kind);
  }

  @Override
  public Opened open(WorkerLimits limits, WorkerKind kind, Sharing sharing) {
    int seats = rules.runsMax().getOrDefault(sharing.kind(), 1);
    // One pair of standard streams carries one run.
    if (seats == 1 || kind.profile() != Profile.GATE || tier() == Tier.OCI) {
      return own.open(limits, kind);
    }
    Elsewhere places = new Elsewhere(limits, new Group(sharing, kind, memory(limits, seats)));
    return switch (places.elsewhere(false)) {
      case Moves.At(Place place) ->
          new Open(
              new WorkerSession(place, new WorkerSession.Terms(limits, cold.nanoTime()), places));
      case Moves.Nowhere(Ended end) -> new Failed(end);
    };
  }

  /** Memory of a worker for so many runs: what one run may use, and a little for each other. */
  static ProcessLimits memory(WorkerLimits limits, int seats) {
    ProcessLimits one = GrpcWorkers.memory(limits);
    int others = seats - 1;
    return new ProcessLimits(
        Math.min(
            ProcessLimits.MEBIBYTES_MAX, one.heapMebibytes() + others * HEAP_MEBIBYTES_PER_RUN),
        Math.min(
            ProcessLimits.MEBIBYTES_MAX, one.directMebibytes() + others * DIRECT_MEBIBYTES_PER_RUN),
        seats);
  }

  /** Groups that have a worker, or had one when somebody last asked. */
  int rooms() {
    return rooms.size();
  }

  private Attempt started(
      WorkerKind kind, Duration wall, ProcessLimits memory, StopSignal unwanted) {
    return starts.within(
        wall,
        unwanted,
        () -> cold.connect(kind, memory, wall, () -> !unwanted.isGiven()),
        NotConnected::new);
  }

  /** The worker that a group's next run is given a place in. */
  private final class Room {
    @GuardedBy("this")
    private Optional<SharedWorker> open = Optional.empty();

    @GuardedBy("this")
    private Optional<SharedStart> starting = Optional.empty();

    /** Whether nobody here has a worker that others could come to, or starts one. */
    synchronized boolean isOver() {
      return starting.isEmpty() && open.filter(worker -> !worker.isOver()).isEmpty();
    }

    /**
     * Who comes while a worker starts that has a place for it waits instead of starting another.
     */
    Moves.Found place(Duration wall, Group group, StopSignal stop) {
      SharedStart own = new SharedStart(group.memory().runs());
      SharedStart.Claim claim;
      boolean starts;
      synchronized (this) {
        Optional<Place> free = open.flatMap(SharedWorker::take);
        if (free.isPresent()) {
          return new Moves.At(free.get());
        }
        Optional<SharedStart.Claim> joined = starting.flatMap(SharedStart::claim);
        starts = joined.isEmpty();
        claim = joined.or(own::claim).orElseThrow();
        if (starts) {
          starting = Optional.of(own);
        }
      }
      if (starts) {
        // It goes on for those who joined it, even if it is not wanted here any more.
        stop.whenGiven(claim::drop);
        start(own, wall, group);
      }
      // The longest that a start waits for its turn, and then takes.
      return claim.await(wall.multipliedBy(2), stop);
    }

    private void start(SharedStart start, Duration wall, Group group) {
      Attempt attempt = new NotConnected(SharedStart.atItsStart());
      try {
        attempt = started(group.kind(), wall, group.memory(), start.unwanted());
      } finally {
        if (!isTaken(start, attempt) && attempt instanceof Connected(ConnectedWorker worker)) {
          worker.close();
        }
      }
    }

    private synchronized boolean isTaken(SharedStart start, Attempt attempt) {
      Optional<SharedWorker> worker = start.finish(attempt, cold.nanoTime());
      starting = starting.filter(latest -> !latest.equals(start));
      open = worker.or(() -> open);
      return worker.isPresent();
    }
  }

  /** Where one run is held, and where else it can be. */
  private final class Elsewhere implements Moves {
    private final WorkerLimits limits;
    private final Group group;
    private final StopSignal stop = new StopSignal();

    Elsewhere(WorkerLimits limits, Group group) {
      this.limits = limits;
      this.group = group;
    }

    @Override
    public Recording recording() {
      return Recording.to(
          rules.recordings().resolve("run-" + recordings.incrementAndGet()), Recording.BYTES_MAX);
    }

    @Override
    public void stop() {
      stop.give();
    }

    @Override
    public boolean isStopped() {
      return stop.isGiven();
    }

    @Override
    public Found elsewhere(boolean nobodyElse) {
      return nobodyElse ? own() : shared();
    }

    private Found shared() {
      // Whoever is about to enter one of these starts a worker that nobody else will find.
      rooms.values().removeIf(Room::isOver);
      return rooms.computeIfAbsent(group, _ -> new Room()).place(limits.wallStart(), group, stop);
    }

    /** A worker of the run's own, of which there may be so many, for each is as large as any. */
    private Found own() {
      if (!alone.take(limits.wallStart(), stop)) {
        return new Nowhere(stop.isGiven() ? Starts.unwanted() : tooManyAlone());
      }
      return switch (started(group.kind(), limits.wallStart(), GrpcWorkers.memory(limits), stop)) {
        case Connected(ConnectedWorker worker) -> {
          worker.process().onExit(alone::giveBack);
          yield new At(worker);
        }
        case NotConnected(Ended end) -> {
          alone.giveBack();
          yield new Nowhere(stop.isGiven() ? Starts.unwanted() : end);
        }
      };
    }

    private Ended tooManyAlone() {
      return EndedException.host(
          WorkerEnd.SIBLING_ENDED,
          "the shared worker ended, and "
              + rules.aloneMax()
              + " runs, as many as may, are alone in workers after such an end already");
    }
  }
}
