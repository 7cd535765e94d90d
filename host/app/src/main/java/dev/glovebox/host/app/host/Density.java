package dev.glovebox.host.app.host;

import dev.glovebox.host.model.Mode;
import dev.glovebox.session.SharedWorkers;
import java.util.Map;

/**
 * How many runs of one owner and mode share a worker, 1 to {@value
 * SharedWorkers#RUNS_PER_WORKER_MAX}; live runs never do.
 *
 * @param paper most paper runs of one worker; 1: each has its own
 * @param backtest most backtests of one worker
 * @param alone most runs of the host that go on in a worker of their own after the end of one that
 *     they shared, 1 to {@value SharedWorkers#ALONE_MAX}
 */
record Density(int paper, int backtest, int alone) {
  /** Every run has a worker of its own. */
  static final Density NONE = new Density(1, 1, SharedWorkers.ALONE_DEFAULT);

  /** Whether any two runs may share a worker. */
  boolean shares() {
    return paper > 1 || backtest > 1;
  }

  /** The numbers by the kind of run that the runner names. */
  Map<String, Integer> runsMax() {
    return Map.of(Mode.PAPER.name(), paper, Mode.BACKTEST.name(), backtest);
  }
}
