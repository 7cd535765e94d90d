package dev.glovebox.host.runner;

import dev.glovebox.host.identity.Caller;
import dev.glovebox.host.market.BarExcerpt;
import dev.glovebox.host.model.CandidateId;
import dev.glovebox.host.model.Sha256;
import dev.glovebox.host.model.UntrustedText;
import dev.glovebox.host.run.RunEnd;
import dev.glovebox.host.run.RunSink;
import dev.glovebox.host.run.RunTotals;
import java.util.function.BooleanSupplier;

/**
 * Runs of one backtest over bars that the host altered, for comparison with each other: the same
 * loop, gate, tokens, venue and single-use worker as any backtest, without manifest and result in
 * the log. Who starts them records what they showed.
 */
@FunctionalInterface
public interface Trials {
  /**
   * Checks a RunSpec as a start does, candidate and limits included.
   *
   * @throws dev.glovebox.host.model.Refusal as {@link Runs#start}; SPEC_INVALID unless it is one of
   *     a backtest
   */
  Trial trial(Caller caller, RunSpec spec);

  /** A checked RunSpec. Thread-safe: its runs may go on beside each other. */
  interface Trial {
    /** Returns what is tried. */
    Subject subject();

    /** Reads the first bars of its series, at most {@code barsMax}. */
    BarExcerpt bars(int barsMax);

    /**
     * Runs once, with a worker of its own, on this thread.
     *
     * @param stop asked before each frame; true ends the run as INTERRUPTED
     * @throws dev.glovebox.host.model.Refusal SPEC_INVALID if this build does not have the
     *     variation's profile, or if the evidence fails
     */
    Outcome run(Variation variation, RunSink sink, BooleanSupplier stop);
  }

  /**
   * What is tried.
   *
   * @param series the imported series that {@code spec} names
   * @param seriesBars number of its bars
   */
  record Subject(
      CandidateId candidate,
      String owner,
      String language,
      Sha256 artifact,
      Sha256 prepared,
      RunSpec spec,
      Sha256 series,
      long seriesBars,
      HostBuild build) {}

  /**
   * What one run varies.
   *
   * @param moneyFactor by how much cash and ticks grow; the caller scales the bars
   */
  record Variation(BarExcerpt bars, int block, String profile, int moneyFactor) {
    /** In the money of the spec. */
    public Variation(BarExcerpt bars, int block, String profile) {
      this(bars, block, profile, 1);
    }
  }

  /**
   * What became of one run.
   *
   * @param digest of its Decisions
   * @param engine the worker's claims about itself; empty if it never got that far
   */
  record Outcome(
      RunEnd end, RunTotals totals, String digest, long completed, Told told, Engine engine) {}

  /** How often the guest was told something. */
  record Told(long bars, long fills, long orderUpdates, boolean stopped) {}

  /** What the worker says of its engine and its Java. */
  record Engine(UntrustedText version, UntrustedText java) {
    /** Of a worker that said nothing. */
    public static final Engine UNKNOWN = new Engine(new UntrustedText(""), new UntrustedText(""));
  }
}
