package dev.glovebox.host.run;

import dev.glovebox.host.audit.MemoryEvidence;
import dev.glovebox.host.ledger.SubLedger;
import dev.glovebox.host.market.Feed;
import dev.glovebox.host.model.BarSet;
import dev.glovebox.host.model.Instrument;
import dev.glovebox.host.model.Json;
import dev.glovebox.host.model.RunId;
import dev.glovebox.host.model.TeamId;
import dev.glovebox.host.model.TradingState;
import dev.glovebox.host.model.UntrustedText;
import dev.glovebox.host.risk.Limits;
import dev.glovebox.host.risk.LimitsForm;
import dev.glovebox.host.risk.RiskTerms;
import dev.glovebox.host.risk.TestLimits;
import dev.glovebox.host.venue.Costs;
import dev.glovebox.host.venue.SimulatedVenue;
import dev.glovebox.jail.Session;
import dev.glovebox.jail.StartOrder;
import dev.glovebox.jail.WorkerLimits;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** A whole run on bars in memory, with real parts but the worker. */
final class TestRun {
  static final RunId RUN = new RunId(new TeamId("alpha"), "run-00000001");
  static final Instrument AAA =
      new Instrument(
          "AAA", "USD", new BigDecimal("0.000001"), new BigDecimal("0.00000001"), BigDecimal.ONE);

  static final Limits RESEARCH = LimitsForm.read(Json.of(TestLimits.research()));

  static final StartOrder START =
      new StartOrder(
          "python",
          ByteBuffer.allocate(0),
          List.of(),
          Map.of(),
          List.of(),
          "USD",
          0,
          WorkerLimits.DEFAULT,
          new StartOrder.SizingTerms("0", "0"),
          "test.py");

  final MemoryEvidence evidence = new MemoryEvidence();
  final List<BookedFill> fills = new ArrayList<>();
  final List<MarkedAccount> accounts = new ArrayList<>();
  final StringBuilder lines = new StringBuilder();
  final List<String> log = new ArrayList<>();
  final RunEnd end;
  final String digest;
  final RunTotals totals;
  final long completed;

  /** What a test may vary. */
  record Setup(
      List<BarSet> sets,
      long intervalSeconds,
      String cash,
      String feeBasisPoints,
      String halfSpreadBasisPoints,
      Limits limits,
      int block,
      Supplier<TradingState> state) {

    static Setup of(List<BarSet> sets, long intervalSeconds) {
      return new Setup(
          sets, intervalSeconds, "100000", "0", "0", RESEARCH, 1, () -> TradingState.ACTIVE);
    }

    Setup cash(String value) {
      return new Setup(
          sets,
          intervalSeconds,
          value,
          feeBasisPoints,
          halfSpreadBasisPoints,
          limits,
          block,
          state);
    }

    Setup costs(String fee, String halfSpread) {
      return new Setup(sets, intervalSeconds, cash, fee, halfSpread, limits, block, state);
    }

    Setup limits(Limits value) {
      return new Setup(
          sets, intervalSeconds, cash, feeBasisPoints, halfSpreadBasisPoints, value, block, state);
    }

    Setup block(int value) {
      return new Setup(
          sets, intervalSeconds, cash, feeBasisPoints, halfSpreadBasisPoints, limits, value, state);
    }

    Setup state(Supplier<TradingState> value) {
      return new Setup(
          sets, intervalSeconds, cash, feeBasisPoints, halfSpreadBasisPoints, limits, block, value);
    }
  }

  TestRun(Setup setup, Session session) {
    BigDecimal capital = new BigDecimal(setup.cash());
    List<Instrument> instruments = List.of(AAA);
    SubLedger ledger = new SubLedger("USD", capital, instruments);
    Costs costs =
        Costs.ofBasisPoints(
            new BigDecimal(setup.feeBasisPoints()), new BigDecimal(setup.halfSpreadBasisPoints()));
    SimulatedVenue venue =
        new SimulatedVenue(
            "sim", instruments, costs, key -> ledger.available().add(ledger.reservedFor(key)));
    RunTerms terms =
        new RunTerms(
            RUN,
            "alpha/agent",
            "alpha/agent",
            "sim",
            instruments,
            List.of(setup.intervalSeconds()),
            "USD",
            capital,
            setup.block());
    RiskTerms risk =
        new RiskTerms(
            instruments, setup.limits(), costs.feeRate(), costs.halfSpread(), setup.state());
    RunLoop loop =
        new RunLoop(
            terms,
            new RunLoop.Parts(
                ledger,
                risk,
                feed(setup.sets()),
                new DirectOrders(venue),
                new RunRecords(evidence, RUN, "alpha/agent"),
                sink()),
            () -> false);
    end = loop.run(session, START);
    digest = loop.decisionDigest();
    totals = loop.totals();
    completed = loop.completed();
  }

  /** Returns the Decisions' lines without their LF. */
  List<String> decisions() {
    return lines.toString().lines().toList();
  }

  private RunSink sink() {
    return new RunSink() {
      @Override
      public void completed(
          BarSet set, MarkedAccount account, List<BookedFill> more, byte[] line, int length) {
        fills.addAll(more);
        accounts.add(account);
        lines.append(new String(line, 0, length, StandardCharsets.UTF_8));
      }

      @Override
      public void logged(List<UntrustedText> more) {
        more.forEach(line -> log.add(line.raw()));
      }
    };
  }

  static Feed feed(List<BarSet> sets) {
    Iterator<BarSet> iterator = sets.iterator();
    return new Feed() {
      @Override
      public Optional<BarSet> next() {
        return iterator.hasNext() ? Optional.of(iterator.next()) : Optional.empty();
      }

      @Override
      public void close() {}
    };
  }
}
