package dev.glovebox.host.run;

import dev.glovebox.host.ledger.SubLedger;
import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.OrderIntent;
import dev.glovebox.host.model.OrderIntent.Malformed;
import dev.glovebox.host.model.OrderIntent.Market;
import dev.glovebox.host.model.OrderIntent.Unsupported;
import dev.glovebox.host.model.OrderType;
import dev.glovebox.host.model.Sha256;
import dev.glovebox.host.model.Side;
import dev.glovebox.host.model.TradingState;
import dev.glovebox.host.order.OrderState;
import dev.glovebox.host.plan.Plan;
import dev.glovebox.host.risk.OrderRate;
import dev.glovebox.host.risk.RiskGate;
import dev.glovebox.host.risk.RiskTerms;
import dev.glovebox.host.risk.RiskView;
import dev.glovebox.host.risk.Ruling;
import dev.glovebox.jail.OrderSide;
import dev.glovebox.jail.Session;
import dev.glovebox.jail.SetFrame.OrderNotice;
import java.math.BigDecimal;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * Performs the steps of {@link EventStep} for one set.
 *
 * <p>Steps 1 to 4 of a set that a block only looks at change nothing but its {@link Cycle}: the
 * loop looks ahead only while nothing works at the venue.
 */
final class SetSteps {
  /** How long a plan may wait for its token to be redeemed. */
  static final long PLAN_LIFE_MICROS = 60_000_000;

  private final RunTerms terms;
  private final RiskTerms risk;
  private final RiskGate gate;
  private final OrderPath path;
  private final RunRecords records;
  private final DenialStorm storm;
  private final RunSink sink;
  private final RunBooks books;
  private final OrderRate rate = new OrderRate();
  private final DecisionLine line;
  private final MessageDigest decisions = Sha256.newDigest();
  private final MessageDigest oneDecision = Sha256.newDigest();
  private final byte[] lineHash = new byte[Sha256.LENGTH_BYTES];
  private final Totals totals = new Totals();

  /** Notices of the last set's intents; they travel with the next frame. */
  private List<OrderNotice> pending = new ArrayList<>();

  /** Sets that belong to the warm-up; known once the strategy is constructed. */
  private long warmupSets;

  SetSteps(
      RunTerms terms,
      SubLedger ledger,
      RiskTerms risk,
      OrderPath path,
      RunRecords records,
      RunSink sink) {
    this.terms = terms;
    this.risk = risk;
    this.gate = new RiskGate(risk);
    this.path = path;
    this.records = records;
    this.storm = new DenialStorm(records);
    this.sink = sink;
    this.books = new RunBooks(terms, ledger);
    this.line = new DecisionLine(terms);
  }

  void warmUp(long sets) {
    warmupSets = sets;
  }

  /** Performs one step on the host's side. */
  void perform(EventStep step, Cycle cycle) {
    switch (step) {
      case CORPORATE_ACTIONS -> {} // This build knows no corporate actions.
      case RESTING_ORDERS -> matchRestingOrders(cycle);
      case EXPIRIES -> {} // MARKET orders without a time limit are all there is.
      case MARKS_AND_RISK ->
          cycle.account =
              cycle.account.marked(books.ledger(), cycle.set, risk.limits().drawdownMax());
      case HOOKS -> throw new IllegalStateException("hooks run in the worker");
      case INTENTS -> ruleOnIntents(cycle);
      case DECISION -> decide(cycle);
    }
  }

  /** Records that the run went on in another worker, or could not. */
  void restarted(long completed, Session.Moved moved) {
    records.restarted(completed, moved);
  }

  /** Whether something at the venue may still change what the guest is told. */
  boolean quiet() {
    return books.orders().isEmpty();
  }

  /** No bar will follow: closes what rests, as records that point to their Decision. */
  void endOfData() {
    path.end(this::endedAfterTheLastBar);
  }

  /** The run ends before its time: closes what rests, as {@link #endOfData} does. */
  void cancelWorking() {
    path.cancel(this::endedAfterTheLastBar);
  }

  private void endedAfterTheLastBar(OrderEvent event) {
    if (event instanceof OrderEvent.Ended ended) {
      RunBooks.Placed order = books.end(ended.key());
      records.ended(ended, order.barIndex());
      totals.count(ended);
    } else {
      throw new IllegalStateException("after the last bar orders only end");
    }
  }

  String decisionDigest() {
    if (sink.hashesDecisions()) {
      throw new IllegalStateException("the sink has the digest of the Decisions");
    }
    return "d1:" + HexFormat.of().formatHex(decisions.digest());
  }

  RunTotals totals() {
    return totals.sum();
  }

  private void matchRestingOrders(Cycle cycle) {
    cycle.orderNotices.addAll(pending);
    pending = new ArrayList<>();
    if (!books.orders().isEmpty()) {
      path.advance(cycle.set, event -> became(cycle, event));
    }
  }

  private void became(Cycle cycle, OrderEvent event) {
    RunBooks.Placed order = books.find(event.key());
    switch (event) {
      case OrderEvent.Working _ -> cycle.states.put(event.key(), OrderState.ACKNOWLEDGED);
      case OrderEvent.Filled filled -> {
        BookedFill fill = books.fill(filled, cycle.set);
        boolean whole = filled.remaining().signum() == 0;
        cycle.fills.add(fill);
        cycle.fillNotices.add(RunBooks.notice(fill, order, filled.remaining()));
        cycle.states.put(event.key(), whole ? OrderState.FILLED : OrderState.PARTIALLY_FILLED);
        records.fill(cycle.set.index(), fill, terms.instruments().get(fill.instrument()).id());
        totals.filled(whole);
      }
      case OrderEvent.Ended ended -> {
        books.end(ended.key());
        cycle.states.put(ended.key(), ended.state());
        cycle.orderNotices.add(notice(order.intent(), ended.state(), ended.code()));
        records.ended(ended, order.barIndex());
        totals.count(ended);
      }
    }
  }

  private void ruleOnIntents(Cycle cycle) {
    rate.startSet(cycle.set.closeTimeMicros());
    for (OrderIntent intent : cycle.intents) {
      RiskView view =
          new RiskView(
              books.ledger(),
              books.orders(),
              cycle.account.marks(),
              rate,
              cycle.account.drawdown(),
              cycle.ordinal < warmupSets);
      Ruling ruling = gate.rule(intent, view);
      cycle.rulings.add(ruling);
      totals.count(ruling);
      switch (ruling) {
        case Ruling.Denied denied -> {
          storm.denied(cycle.set.index(), denied);
          cycle.states.put(intent.key(), OrderState.DENIED);
          pending.add(notice(intent, OrderState.DENIED, denied.code()));
        }
        case Ruling.Allowed(_, BigDecimal reserve) -> {
          var _ = records.ruling(cycle.set.index(), ruling);
          place(cycle, intent, reserve);
        }
      }
    }
    storm.endSet(cycle.set.index());
  }

  private void place(Cycle cycle, OrderIntent intent, BigDecimal reserve) {
    if (!(intent.terms() instanceof Market market) || intent.instrument().isEmpty()) {
      throw new IllegalStateException("the gate allows nothing else");
    }
    int instrument = intent.instrument().get();
    Plan plan =
        new Plan(
            terms.run(),
            intent.key(),
            terms.account(),
            terms.venueId(),
            terms.instruments().get(instrument).id(),
            market.side(),
            OrderType.MARKET,
            market.quantity(),
            reserve,
            cycle.set.closeTimeMicros(),
            cycle.set.closeTimeMicros() + PLAN_LIFE_MICROS,
            RunRecords.ACTOR);
    books.place(new RunBooks.Placed(intent, market, instrument, cycle.set.index()), reserve);
    rate.count();
    switch (path.place(plan, instrument)) {
      case OrderEvent.Working working -> cycle.states.put(working.key(), OrderState.ACKNOWLEDGED);
      case OrderEvent.Ended ended -> {
        books.end(ended.key());
        cycle.states.put(ended.key(), ended.state());
        pending.add(notice(intent, ended.state(), ended.code()));
        totals.count(ended);
      }
      case OrderEvent.Filled _ ->
          throw new IllegalStateException("an order never fills on the bar that decided it");
    }
  }

  private void decide(Cycle cycle) {
    line.write(cycle, state(cycle));
    if (!sink.hashesDecisions()) {
      decisions.update(line.array(), 0, line.length());
    }
    oneDecision.update(line.array(), 0, line.length());
    Sha256.finish(oneDecision, lineHash);
    records.decision(cycle.set.index(), lineHash);
    sink.completed(cycle.set, cycle.account, cycle.fills, line.array(), line.length());
  }

  private TradingState state(Cycle cycle) {
    TradingState above;
    try {
      above = risk.tradingState().get();
    } catch (RuntimeException e) {
      above = TradingState.HALTED; // The gate denies everything as well when it cannot tell.
    }
    return cycle.account.drawdown().state().orWorse(above);
  }

  private static OrderNotice notice(OrderIntent intent, OrderState state, Code code) {
    String type;
    OrderSide side = intent.call().raw().equals("sell") ? OrderSide.SELL : OrderSide.BUY;
    BigDecimal quantity = BigDecimal.ZERO;
    switch (intent.terms()) {
      case Market market -> {
        type = OrderType.MARKET.name();
        side = Frames.side(market.side());
        quantity = market.quantity();
      }
      case Unsupported unsupported -> type = unsupported.type().raw();
      case Malformed malformed -> {
        type = OrderType.MARKET.name();
        side = Frames.side(malformed.side().orElse(Side.BUY));
      }
    }
    return new OrderNotice(
        intent.key().toString(),
        // A name that the run does not trade has no index; the guest knows its order by the key.
        intent.instrument().orElse(0),
        side,
        type,
        state.name(),
        code.name(),
        quantity,
        BigDecimal.ZERO,
        intent.tag().raw());
  }
}
