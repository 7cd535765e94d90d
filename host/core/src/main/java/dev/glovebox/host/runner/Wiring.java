package dev.glovebox.host.runner;

import dev.glovebox.host.audit.AuditLog;
import dev.glovebox.host.audit.Evidence;
import dev.glovebox.host.audit.RunJournal;
import dev.glovebox.host.clock.Clock;
import dev.glovebox.host.keys.Keys;
import dev.glovebox.host.ledger.SubLedger;
import dev.glovebox.host.market.Feed;
import dev.glovebox.host.market.Pace;
import dev.glovebox.host.market.RecordedFeed;
import dev.glovebox.host.market.Series;
import dev.glovebox.host.market.SeriesFeed;
import dev.glovebox.host.market.SeriesReader;
import dev.glovebox.host.market.Waiting;
import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Decimals;
import dev.glovebox.host.model.Instrument;
import dev.glovebox.host.model.Mode;
import dev.glovebox.host.model.Refusal;
import dev.glovebox.host.model.RunId;
import dev.glovebox.host.model.TeamId;
import dev.glovebox.host.model.TradingState;
import dev.glovebox.host.order.MemoryOrderStore;
import dev.glovebox.host.order.OrderDesk;
import dev.glovebox.host.order.OrderStore;
import dev.glovebox.host.payload.PayloadStore;
import dev.glovebox.host.plan.TokenMint;
import dev.glovebox.host.run.OrderPath;
import dev.glovebox.host.run.RunTerms;
import dev.glovebox.host.venue.SimulatedVenue;
import dev.glovebox.jail.Tier;
import dev.glovebox.jail.Workers;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * The only reader of the mode. It chooses four parts: feed with its clock; venue; evidence; token
 * and order store. Nothing below knows the mode.
 */
final class Wiring {
  /** Lease epoch of a backtest, and of the first holder of any run. */
  static final long FIRST_EPOCH = 1;

  /** Venue that a backtest's tokens name. */
  static final String SIMULATED_VENUE = "simulated";

  /** Venue that a paper run's tokens name. */
  static final String PAPER_VENUE = "paper";

  private final AuditLog log;
  private final Keys keys;
  private final PayloadStore payloads;
  private final Path journals;
  private final Clock clock;
  private final OrderStore orders;
  private final BooleanSupplier halted;

  /**
   * Uses the host's parts.
   *
   * @param journals a folder on the payloads' file system
   */
  Wiring(
      AuditLog log,
      Keys keys,
      PayloadStore payloads,
      Path journals,
      Clock clock,
      GatedParts gated) {
    this.log = log;
    this.keys = keys;
    this.payloads = payloads;
    this.journals = journals;
    this.clock = clock;
    this.orders = gated.orders();
    this.halted = gated.halted();
  }

  /**
   * What the mode decides for one run.
   *
   * @param journal the evidence, if it is a file of the run's own
   * @param tradingState what stands above the run's own risk state
   */
  record Parts(
      Feed feed,
      OrderPath orders,
      Evidence evidence,
      Optional<RunJournal> journal,
      Supplier<TradingState> tradingState)
      implements AutoCloseable {
    @Override
    public void close() {
      try (feed) {
        journal.ifPresent(RunJournal::close);
      }
    }
  }

  /**
   * Checks what the mode asks of a RunSpec.
   *
   * @param grant id of the run grant that was named; empty = none
   * @throws Refusal MODE_UNSUPPORTED or SPEC_INVALID
   */
  static void check(RunSpec spec, String grant) {
    switch (spec.mode()) {
      case BACKTEST -> {
        must(spec.account().id().isEmpty(), "account.id: a backtest has no account");
        must(spec.feedSpeed().isEmpty(), "feed: a backtest reads its bars, it plays none");
        must(grant.isEmpty(), "run_grant: a backtest needs none");
      }
      case PAPER -> {
        must(spec.block() == 1, "block: a paper run is lock-step, block = 1");
        must(spec.profile().equals("gate"), "profile: a paper run uses gate");
        must(spec.analysis(), "analysis: a paper run's candidate is analysed");
        must(spec.account().id().isPresent(), "account.id: a paper run trades for an account");
        must(spec.feedSpeed().isPresent(), "feed.speed: is missing; max or a decimal above 0");
        Optional<BigDecimal> _ = speed(spec);
      }
      case LIVE -> throw new Refusal(Code.MODE_UNSUPPORTED, "mode: this build runs no LIVE mode");
    }
  }

  /** Refuses a spec whose runs over altered bars would be of no use. */
  static void checkTrial(RunSpec spec) {
    check(spec, "");
    switch (spec.mode()) {
      case BACKTEST -> {}
      case PAPER, LIVE ->
          throw new Refusal(Code.SPEC_INVALID, "mode: is BACKTEST for runs over altered bars");
    }
  }

  /**
   * Returns the weakest tier for a checked spec: what it accepts, and for live money no tier
   * process.
   */
  static Tier floor(RunSpec spec) {
    Tier own = SpecChecks.floor(spec);
    return switch (spec.mode()) {
      case BACKTEST, PAPER -> own;
      case LIVE -> own.compareTo(Tier.BWRAP) < 0 ? Tier.BWRAP : own;
    };
  }

  /**
   * Returns with whom a run may share its worker, if the host lets it: with runs of the same owner
   * and mode; with nobody where money is at stake.
   */
  static Optional<Workers.Sharing> sharing(CheckedRun plan, TeamId team) {
    Mode mode = plan.spec().mode();
    return switch (mode) {
      case BACKTEST, PAPER ->
          Optional.of(new Workers.Sharing(team.value() + " " + plan.owner(), mode.name()));
      case LIVE -> Optional.empty();
    };
  }

  /** Returns the venue that the tokens of a mode's runs name. */
  static String venueId(Mode mode) {
    return switch (mode) {
      case BACKTEST -> SIMULATED_VENUE;
      case PAPER -> PAPER_VENUE;
      case LIVE -> throw new Refusal(Code.MODE_UNSUPPORTED, "mode: this build runs no LIVE mode");
    };
  }

  /** Connects one run, checked before; {@code waiting} ends the feed's waits with the run. */
  Parts connect(CheckedRun plan, RunTerms terms, SubLedger ledger, Waiting waiting, long epoch) {
    return switch (plan.spec().mode()) {
      case BACKTEST ->
          backtest(
              plan,
              terms,
              ledger,
              () ->
                  new SeriesFeed(
                      SeriesReader.open(
                          payloads, terms.run().team(), plan.series().getFirst().hash())));
      case PAPER -> paper(plan, terms, ledger, waiting, epoch);
      case LIVE -> throw new Refusal(Code.MODE_UNSUPPORTED, "mode: this build runs no LIVE mode");
    };
  }

  /** Connects a run of a backtest's parts to bars that the host made; its journal is dropped. */
  Parts connectTrial(CheckedRun plan, RunTerms terms, SubLedger ledger, Feed made) {
    return backtest(plan, terms, ledger, () -> made);
  }

  private Parts backtest(CheckedRun plan, RunTerms terms, SubLedger ledger, Supplier<Feed> bars) {
    RunId run = terms.run();
    RunJournal journal = log.journal(run, journals.resolve(run.value() + ".journal"), payloads);
    try {
      Feed feed = bars.get();
      // The host's switch is for orders that can cost somebody money.
      OrderPath path =
          path(plan, terms, ledger, journal, new MemoryOrderStore(FIRST_EPOCH), () -> false, 1);
      return new Parts(feed, path, journal, Optional.of(journal), () -> TradingState.ACTIVE);
    } catch (RuntimeException e) {
      journal.close();
      throw e;
    }
  }

  private Parts paper(
      CheckedRun plan, RunTerms terms, SubLedger ledger, Waiting waiting, long epoch) {
    Series series = plan.series().getFirst();
    Feed feed =
        RecordedFeed.open(
            payloads,
            terms.run().team(),
            series.hash(),
            series.ticks(),
            new Pace(clock, speed(plan.spec()), waiting));
    OrderPath path = path(plan, terms, ledger, log, orders, halted, epoch);
    return new Parts(
        feed,
        path,
        log,
        Optional.empty(),
        () -> halted.getAsBoolean() ? TradingState.HALTED : TradingState.ACTIVE);
  }

  private OrderPath path(
      CheckedRun plan,
      RunTerms terms,
      SubLedger ledger,
      Evidence evidence,
      OrderStore store,
      BooleanSupplier stopped,
      long epoch) {
    SimulatedVenue venue =
        new SimulatedVenue(
            terms.venueId(),
            terms.instruments(),
            plan.costs(),
            key -> ledger.available().add(ledger.reservedFor(key)));
    TokenMint mint = new TokenMint(log.origin().value(), keys);
    OrderDesk desk =
        new OrderDesk(mint, store, venue, stopped, id -> index(terms.instruments(), id));
    return new VenueOrders(evidence, terms.owner(), mint, desk, venue, epoch);
  }

  private static Optional<BigDecimal> speed(RunSpec spec) {
    String word = spec.feedSpeed().orElse(RunSpec.SPEED_MAX);
    if (word.equals(RunSpec.SPEED_MAX)) {
      return Optional.empty();
    }
    try {
      BigDecimal speed = Decimals.parse(word);
      must(
          speed.compareTo(Pace.SPEED_MIN) >= 0 && speed.compareTo(Pace.SPEED_MAX) <= 0,
          "feed.speed: is max, or "
              + Decimals.text(Pace.SPEED_MIN)
              + " to "
              + Decimals.text(Pace.SPEED_MAX));
      return Optional.of(speed);
    } catch (IllegalArgumentException e) {
      throw new Refusal(Code.SPEC_INVALID, "feed.speed: " + e.getMessage());
    }
  }

  private static void must(boolean holds, String sentence) {
    if (!holds) {
      throw new Refusal(Code.SPEC_INVALID, sentence);
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
