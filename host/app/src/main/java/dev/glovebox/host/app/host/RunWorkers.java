package dev.glovebox.host.app.host;

import dev.glovebox.jail.Profile;
import dev.glovebox.jail.WorkerLimits;
import dev.glovebox.jail.Workers;
import dev.glovebox.session.GrpcWorkers;
import dev.glovebox.session.SharedWorkers;
import dev.glovebox.session.Starts;
import dev.glovebox.session.WarmWorkers;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/** Workers of a serving host: some wait, so that a run need not wait for the guest engine. */
final class RunWorkers {
  /**
   * Workers that wait. Each is bounded like one that runs, and holds some 230 MiB of the machine
   * while it waits.
   */
  static final int WARM = 2;

  private RunWorkers() {}

  /**
   * Opens workers for the runs of a serving host.
   *
   * @param recordings an existing folder for what runs that share a worker are told
   * @param closer has the workers that wait closed with the host
   */
  static Workers serving(
      GrpcWorkers cold, Density density, Path recordings, UnaryOperator<WarmWorkers> closer) {
    // More starts at a time would each take longer than one after the other.
    Starts starts = new Starts(Runtime.getRuntime().availableProcessors());
    WarmWorkers.Stock stock = new WarmWorkers.Stock(Profile.GATE, WorkerLimits.DEFAULT, WARM);
    WarmWorkers ready = closer.apply(new WarmWorkers(cold, stock, starts));
    return density.shares()
        ? new SharedWorkers(
            cold,
            ready,
            new SharedWorkers.Rules(density.runsMax(), recordings, density.alone()),
            starts)
        : ready;
  }
}
