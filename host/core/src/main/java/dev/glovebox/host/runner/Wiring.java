package dev.glovebox.host.runner;

import dev.glovebox.host.audit.AuditLog;
import dev.glovebox.host.audit.RunJournal;
import dev.glovebox.host.keys.Keys;
import dev.glovebox.host.ledger.SubLedger;
import dev.glovebox.host.market.Feed;
import dev.glovebox.host.market.SeriesFeed;
import dev.glovebox.host.market.SeriesReader;
import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Instrument;
import dev.glovebox.host.model.Mode;
import dev.glovebox.host.model.Refusal;
import dev.glovebox.host.model.RunId;
import dev.glovebox.host.model.TradingState;
import dev.glovebox.host.order.MemoryOrderStore;
import dev.glovebox.host.order.OrderDesk;
import dev.glovebox.host.payload.PayloadStore;
import dev.glovebox.host.plan.TokenMint;
import dev.glovebox.host.run.OrderPath;
import dev.glovebox.host.run.RunTerms;
import dev.glovebox.host.venue.Costs;
import dev.glovebox.host.venue.SimulatedVenue;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/**
 * The only reader of the mode. It chooses four parts: feed with its clock; venue; evidence; token
 * and order store. Nothing below knows the mode.
 */
final class Wiring {
  /** Lease epoch of a backtest: nobody else can ever hold it. */
  static final long BACKTEST_EPOCH = 1;

  /** Venue that a backtest's tokens name. */
  static final String SIMULATED_VENUE = "simulated";

  private final AuditLog log;
  private final Keys keys;
  private final PayloadStore payloads;
  private final Path journals;

  /** Uses the host's parts; {@code journals} is a folder on the payloads' file system. */
  Wiring(AuditLog log, Keys keys, PayloadStore payloads, Path journals) {
    this.log = log;
    this.keys = keys;
    this.payloads = payloads;
    this.journals = journals;
  }

  /**
   * What the mode decides for one run.
   *
   * @param tradingState what stands above the run's own risk state
   */
  record Parts(
      Feed feed, OrderPath orders, RunJournal evidence, Supplier<TradingState> tradingState)
      implements AutoCloseable {
    @Override
    public void close() {
      feed.close();
      evidence.close();
    }
  }

  /** Refuses a mode that this build does not run. */
  static void check(Mode mode) {
    switch (mode) {
      case BACKTEST -> {}
      case PAPER, LIVE ->
          throw new Refusal(Code.MODE_UNSUPPORTED, "mode: this build runs backtests only");
    }
  }

  /** Refuses the mode of a spec whose runs over altered bars would be of no use. */
  static void checkTrial(Mode mode) {
    switch (mode) {
      case BACKTEST -> {}
      case PAPER, LIVE ->
          throw new Refusal(Code.SPEC_INVALID, "mode: is BACKTEST for runs over altered bars");
    }
  }

  /** Connects one run. */
  Parts connect(RunSpec spec, RunTerms terms, SubLedger ledger, Costs costs) {
    check(spec.mode());
    return connect(
        terms,
        ledger,
        costs,
        () ->
            new SeriesFeed(
                SeriesReader.open(
                    payloads, terms.run().team(), spec.instruments().getFirst().series())));
  }

  /** Connects a run of a backtest's parts to bars that the host made; its journal is dropped. */
  Parts connectTrial(RunTerms terms, SubLedger ledger, Costs costs, Feed made) {
    return connect(terms, ledger, costs, () -> made);
  }

  private Parts connect(RunTerms terms, SubLedger ledger, Costs costs, Supplier<Feed> bars) {
    RunId run = terms.run();
    RunJournal evidence = log.journal(run, journals.resolve(run.value() + ".journal"), payloads);
    try {
      Feed feed = bars.get();
      SimulatedVenue venue =
          new SimulatedVenue(
              SIMULATED_VENUE,
              terms.instruments(),
              costs,
              key -> ledger.available().add(ledger.reservedFor(key)));
      TokenMint mint = new TokenMint(log.origin().value(), keys);
      OrderDesk desk =
          new OrderDesk(
              mint,
              new MemoryOrderStore(BACKTEST_EPOCH),
              venue,
              () -> false, // The host's switch is for orders that can cost somebody money.
              id -> index(terms.instruments(), id));
      OrderPath orders =
          new VenueOrders(evidence, terms.owner(), mint, desk, venue, BACKTEST_EPOCH);
      return new Parts(feed, orders, evidence, () -> TradingState.ACTIVE);
    } catch (RuntimeException e) {
      evidence.close();
      throw e;
    }
  }

  private static int index(List<Instrument> instruments, String id) {
    for (int i = 0; i < instruments.size(); i++) {
      if (instruments.get(i).id().equals(id)) {
        return i;
      }
    }
    throw new IllegalStateException("a plan is for an instrument of its run");
  }
}
