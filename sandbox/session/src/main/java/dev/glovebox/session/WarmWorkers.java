package dev.glovebox.session;

import dev.glovebox.jail.ProcessLimits;
import dev.glovebox.jail.Tier;
import dev.glovebox.jail.WorkerKind;
import dev.glovebox.jail.WorkerLimits;
import dev.glovebox.jail.Workers;
import dev.glovebox.session.ConnectedWorker.Connected;
import dev.glovebox.session.ConnectedWorker.NotConnected;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps workers ready, of one size in each kind: engine started, our own sample run, strategy API
 * loaded, connected, and not a byte of any candidate read.
 *
 * <p>A worker is handed over once, to whoever asks first, and never comes back: all that it has
 * seen is the host's own code, so no owner learns of another by it. Its limits count from the
 * hand-over. A request that no waiting worker fits starts one, as without a pool; at most so many
 * start at a time, and who has to wait longer than its limit for a start is refused. Thread-safe.
 */
public final class WarmWorkers implements Workers, AutoCloseable {
  /** Most workers that may wait. */
  public static final int WAITING_MAX = 64;

  /** Longest start of a worker that nobody waits for yet. */
  private static final Duration AHEAD_WALL_MAX = Duration.ofMinutes(2);

  private final GrpcWorkers cold;
  private final GrpcWorkers ahead;
  private final Starts starts;
  private final Map<WorkerKind, Shelf> shelves = new HashMap<>();

  /**
   * What waits of one kind.
   *
   * @param limits whose memory the workers are started with
   * @param count workers that wait, 1 to {@value #WAITING_MAX}
   */
  public record Stock(WorkerKind kind, WorkerLimits limits, int count) {
    /** Refuses a stock that would hold nothing, or too much. */
    public Stock {
      if (count < 1 || count > WAITING_MAX) {
        throw new IllegalArgumentException("a pool of " + count + " workers");
      }
    }
  }

  /** Workers of one kind that wait. */
  private record Shelf(ProcessLimits memory, WarmPool<ConnectedWorker> pool) {}

  /**
   * Starts to fill the pools, each on a thread of its own.
   *
   * @param cold starts workers
   * @param stocks at most one of each kind; of a kind without one nothing waits
   * @param starts bounds the starts for requests
   */
  public WarmWorkers(GrpcWorkers cold, List<Stock> stocks, Starts starts) {
    this.cold = cold;
    this.ahead = cold.ahead();
    this.starts = starts;
    if (stocks.stream().map(Stock::kind).distinct().count() != stocks.size()) {
      throw new IllegalArgumentException("two stocks of a kind");
    }
    for (Stock stock : stocks) {
      shelves.put(
          stock.kind(),
          new Shelf(
              GrpcWorkers.memory(stock.limits()),
              new WarmPool<>("worker-" + stock.kind().text(), stock.count(), new Ahead(stock))));
    }
  }

  @Override
  public Tier tier() {
    return cold.tier();
  }

  /** Workers of {@code kind} that wait and live. */
  public int waiting(WorkerKind kind) {
    return shelf(kind).map(shelf -> shelf.pool().waiting()).orElse(0);
  }

  /** Workers of {@code kind} that waited and were handed over. */
  public long handedOver(WorkerKind kind) {
    return shelf(kind).map(shelf -> shelf.pool().handedOver()).orElse(0L);
  }

  private Optional<Shelf> shelf(WorkerKind kind) {
    return Optional.ofNullable(shelves.get(kind));
  }

  @Override
  public Opened open(WorkerLimits limits, WorkerKind kind) {
    ProcessLimits memory = GrpcWorkers.memory(limits);
    return shelf(kind)
        .filter(shelf -> shelf.memory().equals(memory))
        .flatMap(shelf -> shelf.pool().take())
        .<Opened>map(ready -> new Open(cold.session(ready, limits)))
        .orElseGet(() -> started(limits, kind));
  }

  private Opened started(WorkerLimits limits, WorkerKind kind) {
    return starts.within(
        limits.wallStart(), new StopSignal(), () -> cold.open(limits, kind), Failed::new);
  }

  /** Workers as the pool's processes. */
  private final class Ahead implements WarmPool.Kind<ConnectedWorker> {
    private final Stock stock;

    Ahead(Stock stock) {
      this.stock = stock;
    }

    @Override
    public Optional<ConnectedWorker> started() {
      WorkerLimits limits = stock.limits();
      return switch (ahead.connect(
          stock.kind(), GrpcWorkers.memory(limits), AHEAD_WALL_MAX, () -> true)) {
        case Connected(ConnectedWorker worker) -> Optional.of(worker);
        case NotConnected _ -> Optional.empty();
      };
    }

    @Override
    public boolean lives(ConnectedWorker worker) {
      return worker.process().isAlive();
    }

    @Override
    public void end(ConnectedWorker worker) {
      worker.close();
    }
  }

  /** Ends every worker that waits, and starts no more ahead. */
  @Override
  public void close() {
    shelves.values().forEach(shelf -> shelf.pool().close());
  }
}
