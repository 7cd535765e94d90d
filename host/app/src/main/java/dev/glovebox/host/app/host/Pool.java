package dev.glovebox.host.app.host;

import dev.glovebox.jail.Profile;
import dev.glovebox.jail.WorkerKind;
import dev.glovebox.jail.WorkerLimits;
import dev.glovebox.jail.Workers;
import dev.glovebox.session.GrpcWorkers;
import dev.glovebox.session.PoolBudget;
import dev.glovebox.session.PoolBudget.Kind;
import dev.glovebox.session.SharedWorkers;
import dev.glovebox.session.Starts;
import dev.glovebox.session.WarmWorkers;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * The processes of a host that run or read what candidates are: some wait within the host's budget,
 * the others are started when they are needed.
 *
 * <p>All are of the host's one tier. What waits has seen nothing of any owner and serves once.
 */
final class Pool implements AutoCloseable {
  private final SourceHelpers helpers;
  private final GrpcWorkers cold;
  private final WarmWorkers ready;
  private final PoolBudget budget;
  private final Starts starts;

  private Pool(
      SourceHelpers helpers,
      GrpcWorkers cold,
      List<WarmWorkers.Stock> stocks,
      PoolBudget budget,
      Starts starts) {
    this.helpers = helpers;
    this.cold = cold;
    this.budget = budget;
    this.starts = starts;
    this.ready = new WarmWorkers(cold, stocks, starts);
  }

  /** Begins to fill, in the background, what {@code budget} allows. */
  static Pool open(Isolation isolation, GrpcWorkers cold, PoolBudget budget) {
    List<WarmWorkers.Stock> stocks =
        Arrays.stream(Profile.values())
            .filter(profile -> budget.count(Kind.of(profile)) > 0)
            .map(profile ->
                new WarmWorkers.Stock(
                    WorkerKind.python(profile),
                    WorkerLimits.DEFAULT,
                    budget.count(Kind.of(profile))))
            .toList();
    // More starts at a time would each take longer than one after the other.
    Starts starts = new Starts(Runtime.getRuntime().availableProcessors());
    SourceHelpers helpers = SourceHelpers.of(isolation.jail(), isolation.images(), budget);
    return new Pool(helpers, cold, stocks, budget, starts);
  }

  SourceHelpers helpers() {
    return helpers;
  }

  /**
   * Opens workers for runs.
   *
   * @param recordings an existing folder for what runs that share a worker are told
   */
  Workers workers(Density density, Path recordings) {
    return density.shares()
        ? new SharedWorkers(
            cold,
            ready,
            new SharedWorkers.Rules(density.runsMax(), recordings, density.alone()),
            starts)
        : ready;
  }

  /** Workers of {@code kind} that wait. */
  int waiting(WorkerKind kind) {
    return ready.waiting(kind);
  }

  /** Workers of {@code kind} that waited and were handed over. */
  long handedOver(WorkerKind kind) {
    return ready.handedOver(kind);
  }

  /** What waits, in a sentence. */
  String text() {
    return budget.text();
  }

  @Override
  public void close() {
    helpers.close();
    ready.close();
  }
}
