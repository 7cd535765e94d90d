package dev.glovebox.session;

import dev.glovebox.jail.ProcessLimits;
import dev.glovebox.jail.Profile;
import dev.glovebox.jail.Tier;
import dev.glovebox.jail.WorkerLimits;
import dev.glovebox.jail.Workers;
import dev.glovebox.session.ConnectedWorker.Connected;
import dev.glovebox.session.ConnectedWorker.NotConnected;
import java.util.Optional;

/**
 * Keeps workers of one profile and size ready: engine started, strategy API loaded, connected, and
 * not a byte of any candidate read.
 *
 * <p>A worker is handed over once, to whoever asks first, and never comes back: all that it has
 * seen is the host's own code, so no owner learns of another by it. Its limits count from the
 * hand-over. A request that no waiting worker fits starts one, as without a pool; at most so many
 * start at a time, and who has to wait longer than its limit for a start is refused. Thread-safe.
 */
public final class WarmWorkers implements Workers, AutoCloseable {
  /** Most workers that may wait. */
  public static final int WAITING_MAX = 64;

  private final GrpcWorkers cold;
  private final Stock stock;
  private final Starts starts;
  private final WarmPool<ConnectedWorker> pool;

  /**
   * What waits.
   *
   * @param limits whose memory and start limit the workers are started with
   * @param count workers that wait, 1 to {@value #WAITING_MAX}
   */
  public record Stock(Profile profile, WorkerLimits limits, int count) {
    /** Refuses a stock that would hold nothing, or too much. */
    public Stock {
      if (count < 1 || count > WAITING_MAX) {
        throw new IllegalArgumentException("a pool of " + count + " workers");
      }
    }

    private boolean serves(Profile asked, ProcessLimits memory) {
      return profile == asked && GrpcWorkers.memory(limits).equals(memory);
    }
  }

  /**
   * Starts to fill the pool, on a thread of its own.
   *
   * @param cold starts workers
   * @param starts bounds the starts for requests
   */
  public WarmWorkers(GrpcWorkers cold, Stock stock, Starts starts) {
    this.cold = cold;
    this.stock = stock;
    this.starts = starts;
    this.pool = new WarmPool<>("worker", stock.count(), new Ahead());
  }

  @Override
  public Tier tier() {
    return cold.tier();
  }

  /** Workers that wait and live. */
  public int waiting() {
    return pool.waiting();
  }

  @Override
  public Opened open(WorkerLimits limits, Profile profile) {
    if (stock.serves(profile, GrpcWorkers.memory(limits))) {
      Optional<ConnectedWorker> ready = pool.take();
      if (ready.isPresent()) {
        return new Open(cold.session(ready.get(), limits));
      }
    }
    return started(limits, profile);
  }

  private Opened started(WorkerLimits limits, Profile profile) {
    return starts.within(
        limits.wallStart(), new StopSignal(), () -> cold.open(limits, profile), Failed::new);
  }

  /** Workers as the pool's processes. */
  private final class Ahead implements WarmPool.Kind<ConnectedWorker> {
    @Override
    public Optional<ConnectedWorker> started() {
      WorkerLimits limits = stock.limits();
      return switch (cold.connect(
          stock.profile(), GrpcWorkers.memory(limits), limits.wallStart(), () -> true)) {
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
    pool.close();
  }
}
