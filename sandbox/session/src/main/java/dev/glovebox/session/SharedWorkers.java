package dev.glovebox.session;

import dev.glovebox.jail.ProcessLimits;
import dev.glovebox.jail.Profile;
import dev.glovebox.jail.Session.Ended;
import dev.glovebox.jail.Tier;
import dev.glovebox.jail.WorkerEnd;
import dev.glovebox.jail.WorkerLimits;
import dev.glovebox.jail.Workers;
import dev.glovebox.session.ConnectedWorker.Attempt;
import dev.glovebox.session.ConnectedWorker.Connected;
import dev.glovebox.session.ConnectedWorker.NotConnected;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Gives runs of one owner, kind and size places in one worker, so that many slow runs fit in
 * memory. Thread-safe.
 *
 * <p>What one run does to the process it does to its siblings: they are then taken to another
 * worker and told again what they were told, see {@link WorkerSession}. Who asks without saying
 * whose run it is, or for a profile with a compiler, gets a worker of its own.
 */
public final class SharedWorkers implements Workers {
  /** Most runs of one worker. */
  public static final int RUNS_PER_WORKER_MAX = 32;

  /** Heap that each run beyond the first adds to that of its worker. */
  public static final int HEAP_MEBIBYTES_PER_RUN = 6;

  /** Direct memory that each run beyond the first adds to that of its worker. */
  public static final int DIRECT_MEBIBYTES_PER_RUN = 4;

  private final GrpcWorkers cold;
  private final Workers own;
  private final Rules rules;
  private final Starts starts;
  private final Map<Group, Room> rooms = new ConcurrentHashMap<>();
  private final AtomicLong recordings = new AtomicLong();

  /**
   * Who shares, and where runs that share are recorded.
   *
   * @param runsMax most runs of one worker by kind, 1 to {@value #RUNS_PER_WORKER_MAX}; a kind that
   *     is not named does not share
   * @param recordings an existing private folder
   * @param startsMax workers that may be starting at one time, at least 1
   */
  public record Rules(Map<String, Integer> runsMax, Path recordings, int startsMax) {
    /** Copies the map and checks the numbers. */
    public Rules {
      runsMax = Map.copyOf(runsMax);
      runsMax.values().forEach(Rules::check);
      if (startsMax < 1) {
        throw new IllegalArgumentException(startsMax + " starts at a time");
      }
    }

    private static void check(int runs) {
      if (runs < 1 || runs > RUNS_PER_WORKER_MAX) {
        throw new IllegalArgumentException(runs + " runs in a worker");
      }
    }
  }

  /** Runs that may meet in a worker. */
  private record Group(Sharing sharing, ProcessLimits memory) {}

  /**
   * Shares by {@code rules}.
   *
   * @param cold starts the workers that are shared
   * @param own opens all others
   */
  public SharedWorkers(GrpcWorkers cold, Workers own, Rules rules) {
    this.cold = cold;
    this.own = own;
    this.rules = rules;
    this.starts = new Starts(rules.startsMax());
  }

  @Override
  public Tier tier() {
    return own.tier();
  }

  @Override
  public Opened open(WorkerLimits limits, Profile profile) {
    return own.open(limits, profile);
  }

  @Override
  public Opened open(WorkerLimits limits, Profile profile, Sharing sharing) {
    int seats = rules.runsMax().getOrDefault(sharing.kind(), 1);
    // One pair of standard streams carries one run.
    if (seats == 1 || profile != Profile.GATE || tier() == Tier.OCI) {
      return own.open(limits, profile);
    }
    Elsewhere places = new Elsewhere(limits, sharing, seats);
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
            ProcessLimits.MEBIBYTES_MAX,
            one.directMebibytes() + others * DIRECT_MEBIBYTES_PER_RUN));
  }

  /** Groups that have a worker, or had one when somebody last asked. */
  int rooms() {
    return rooms.size();
  }

  private Attempt started(WorkerLimits limits, ProcessLimits memory, int seats) {
    return starts.within(
        limits.wallStart(),
        () -> cold.connect(Profile.GATE, memory, limits.wallStart(), seats),
        NotConnected::new);
  }

  /** The worker that a group's next run is given a place in. */
  private final class Room {
    // Read by whoever clears away rooms while somebody starts a worker here.
    private volatile Optional<SharedWorker> open = Optional.empty();

    boolean isOver() {
      return open.filter(SharedWorker::isOver).isPresent();
    }

    /** Who comes while a worker starts waits for it instead of starting another. */
    synchronized Moves.Found place(WorkerLimits limits, ProcessLimits memory, int seats) {
      Optional<Place> free = open.flatMap(SharedWorker::take);
      if (free.isPresent()) {
        return new Moves.At(free.get());
      }
      return switch (started(limits, memory, seats)) {
        case Connected(ConnectedWorker worker) -> {
          SharedWorker shared = new SharedWorker(worker, cold.nanoTime());
          Optional<Place> first = shared.take();
          open = Optional.of(shared);
          yield first
              .<Moves.Found>map(Moves.At::new)
              .orElseGet(() -> {
                worker.close();
                return new Moves.Nowhere(
                    EndedException.host(
                        WorkerEnd.WORKER_START_FAILED, "the worker ended at its start"));
              });
        }
        case NotConnected(Ended end) -> new Moves.Nowhere(end);
      };
    }
  }

  /** Where one run is held, and where else it can be. */
  private final class Elsewhere implements Moves {
    private final WorkerLimits limits;
    private final Sharing sharing;
    private final int seats;

    Elsewhere(WorkerLimits limits, Sharing sharing, int seats) {
      this.limits = limits;
      this.sharing = sharing;
      this.seats = seats;
    }

    @Override
    public Recording recording() {
      return Recording.to(
          rules.recordings().resolve("run-" + recordings.incrementAndGet()), Recording.BYTES_MAX);
    }

    @Override
    public Found elsewhere(boolean alone) {
      if (!alone) {
        ProcessLimits memory = memory(limits, seats);
        // Whoever is about to enter one of these starts a worker that nobody else will find.
        rooms.values().removeIf(Room::isOver);
        return rooms
            .computeIfAbsent(new Group(sharing, memory), _ -> new Room())
            .place(limits, memory, seats);
      }
      return switch (started(limits, GrpcWorkers.memory(limits), 1)) {
        case Connected(ConnectedWorker worker) -> new At(worker);
        case NotConnected(Ended end) -> new Nowhere(end);
      };
    }
  }
}
