package dev.glovebox.host.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glovebox.host.audit.RecordDraft;
import dev.glovebox.host.audit.StepType;
import dev.glovebox.host.model.BarSet;
import dev.glovebox.host.model.CanonicalJson;
import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Json;
import dev.glovebox.host.risk.TestLimits;
import dev.glovebox.host.run.RunEnd.Outcome;
import dev.glovebox.jail.ObservedBy;
import dev.glovebox.jail.OrderSide;
import dev.glovebox.jail.RawIntent;
import dev.glovebox.jail.RawIntent.Amount;
import dev.glovebox.jail.SetFrame;
import dev.glovebox.jail.SetFrame.FillNotice;
import dev.glovebox.jail.SetFrame.OrderNotice;
import dev.glovebox.jail.WorkerEnd;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 30, unit = TimeUnit.SECONDS)
final class RunLoopTest {
  private static final int[] BLOCKS = {1, 4, 64};

  @Test
  void aDecisionStandsForEachSetAndHasExactlyTheContractsFields() {
    TestRun run = run(bars("10", "11", "12"), 1, 0, (_, _) -> {});
    assertThat(run.end.outcome()).isEqualTo(Outcome.COMPLETED);
    assertThat(run.decisions())
        .first()
        .isEqualTo(
            "{\"bar_index\":0,\"bars\":[{\"instrument\":\"AAA\",\"sha256\":"
                + "\"50ae94b5644c1d73a8678a001c90feeb04780106d0159bddb5908ac458593f18\"}],"
                + "\"cash\":\"100000\",\"fills\":[],\"intents\":[],\"orders\":[],"
                + "\"position\":\"0\",\"risk_state\":\"ACTIVE\",\"rulings\":[],\"v\":1}");
    assertThat(run.decisions()).hasSize(3);
    for (String line : run.decisions()) {
      Json.Obj decision = (Json.Obj) CanonicalJson.parse(line.getBytes(StandardCharsets.UTF_8));
      assertThat(decision.members())
          .containsOnlyKeys(
              "v",
              "bar_index",
              "bars",
              "position",
              "cash",
              "intents",
              "rulings",
              "orders",
              "fills",
              "risk_state");
    }
  }

  @Test
  void anOrderFillsAtTheNextOpenAndIsKnownBeforeThatBarsHook() {
    for (int block : BLOCKS) {
      ScriptedSession session = session(0, (set, orders) -> buyOn(1, set, orders));
      TestRun run = new TestRun(setup(bars("10", "11", "12", "13")).block(block), session);
      assertThat(run.fills).hasSize(1);
      BookedFill fill = run.fills.getFirst();
      assertThat(fill.barIndex()).isEqualTo(2);
      assertThat(fill.price()).isEqualByComparingTo("12");
      SetFrame third = session.seen().get(2);
      assertThat(third.fills()).extracting(FillNotice::orderKey).containsExactly("o-000001");
      assertThat(third.account().positions().getFirst()).isEqualByComparingTo("2");
      assertThat(third.account().cash()).isEqualTo("99976");
      assertThat(session.seen().get(3).fills()).isEmpty();
      assertThat(run.decisions().get(2))
          .contains("\"orders\":[{\"key\":\"o-000001\",\"state\":\"FILLED\"}]")
          .contains("\"position\":\"2\"")
          .contains("\"cash\":\"99976\"");
    }
  }

  @Test
  void recordsAreWrittenBeforeTheDecisionAndEachSetHasOne() {
    TestRun run = run(bars("10", "11", "12"), 1, 0, (set, orders) -> buyOn(0, set, orders));
    assertThat(run.evidence.drafts().stream().map(RecordDraft::type))
        .containsExactly(
            StepType.RULING,
            StepType.DECISION,
            StepType.FILL,
            StepType.DECISION,
            StepType.DECISION);
  }

  @Test
  void warmUpDeniesButKeepsCountingTheBars() {
    for (int block : BLOCKS) {
      ScriptedSession session = session(2, (_, orders) -> orders.market(OrderSide.BUY, "1"));
      TestRun run = new TestRun(setup(bars("10", "11", "12", "13")).block(block), session);
      assertThat(run.totals.denied()).isEqualTo(2);
      assertThat(run.decisions().get(0)).contains("WARMING_UP").contains("\"bar_index\":0");
      assertThat(run.decisions().get(1)).contains("WARMING_UP");
      assertThat(run.decisions().get(2)).contains("\"code\":\"OK\"");
      assertThat(run.fills).extracting(BookedFill::barIndex).containsExactly(3);
      assertThat(session.seen().get(1).orderUpdates())
          .extracting(OrderNotice::code)
          .containsExactly("WARMING_UP");
    }
  }

  @Test
  void anOrderOfTheLastBarExpiresAndPointsToItsDecision() {
    TestRun run = run(bars("10", "11"), 1, 0, (set, orders) -> buyOn(1, set, orders));
    assertThat(run.end.code()).isEqualTo(Code.OK);
    assertThat(run.decisions().getLast()).contains("\"state\":\"ACKNOWLEDGED\"");
    assertThat(run.fills).isEmpty();
    assertThat(run.totals.expired()).isEqualTo(1);
    RecordDraft last = run.evidence.drafts().getLast();
    assertThat(last.type()).isEqualTo(StepType.ORDER_SUBMISSION);
    assertThat(last.detail().text())
        .isEqualTo(
            "{\"code\":\"EXPIRED_END_OF_DATA\",\"decision_bar_index\":1,"
                + "\"key\":\"o-000001\",\"state\":\"EXPIRED\"}");
  }

  @Test
  void aNonsenseIntentIsDeniedCountedAndTheRunGoesOn() {
    TestRun run =
        run(
            bars("10", "11", "12"),
            1,
            0,
            (set, orders) -> {
              if (set.barIndex() == 0) {
                orders.send("AAA", invalid("nan"));
                orders.send("AAA", market("-5"));
                orders.send("AAA", market("0"));
                orders.send("no such thing", market("1"));
                orders.send("ZZZ", market("1"));
                orders.send("AAA", new RawIntent.Other("limit"));
                orders.send("AAA", market("0.000000001"));
                orders.market(OrderSide.BUY, "1");
              }
            });
    assertThat(run.end.outcome()).isEqualTo(Outcome.COMPLETED);
    assertThat(codes(run.decisions().getFirst()))
        .containsExactly(
            "INTENT_INVALID",
            "INTENT_INVALID",
            "INTENT_INVALID",
            "INTENT_INVALID",
            "INSTRUMENT_NOT_ALLOWED",
            "ORDER_TYPE_UNSUPPORTED",
            "QUANTITY_OFF_GRID",
            "OK");
    assertThat(run.totals.strategyErrors()).isEqualTo(5);
    assertThat(run.fills).hasSize(1);
    assertThat(run.fills.getFirst().key().toString()).isEqualTo("o-000008");
  }

  @Test
  void theOriginalOfASnappedFloatIsKeptAndUntrustedTextIsEscaped() {
    TestRun run =
        run(
            bars("10", "11"),
            1,
            0,
            (set, orders) -> {
              if (set.barIndex() == 0) {
                Amount snapped =
                    new Amount(
                        Optional.of(new BigDecimal("0.3")),
                        Optional.of("0.30001"),
                        Optional.empty());
                orders.send(
                    new RawIntent(
                        1,
                        "AAA",
                        "\"\n\u202e\ud800",
                        "buy",
                        false,
                        new RawIntent.Market(OrderSide.BUY, snapped)));
              }
            });
    assertThat(run.decisions()).hasSize(2);
    assertThat(run.decisions().getFirst())
        .contains("\"original\":\"0.30001\",\"quantity\":\"0.3\"")
        .contains("\"tag\":\"\\\"\\n\u202e\ufffd\"");
  }

  @Test
  void aGapThroughTheFundsRefusesTheWholeFill() {
    for (int block : BLOCKS) {
      ScriptedSession session =
          session(
              0,
              (set, orders) -> {
                if (set.barIndex() == 0) {
                  orders.market(OrderSide.BUY, "10");
                }
              });
      TestRun run = new TestRun(setup(bars("10", "10.01", "12")).cash("100").block(block), session);
      assertThat(run.totals.rejected()).isEqualTo(1);
      assertThat(run.fills).isEmpty();
      assertThat(session.seen().get(1).orderUpdates())
          .extracting(OrderNotice::code)
          .containsExactly("INSUFFICIENT_FUNDS_AT_FILL");
      assertThat(session.seen().get(1).account().available()).isEqualTo("100");
    }
  }

  @Test
  void aDrawdownTripShowsInTheDecisionAndIsTheSameForEveryBlock() {
    List<String> digests = new ArrayList<>();
    for (int block : BLOCKS) {
      TestRun run =
          new TestRun(
              setup(bars("100", "100", "100", "50", "100", "100"))
                  .cash("1000")
                  .limits(TestLimits.with("drawdown_max", "0.2"))
                  .block(block),
              session(
                  0,
                  (set, orders) -> {
                    if (set.barIndex() == 0) {
                      orders.market(OrderSide.BUY, "9");
                    } else if (set.barIndex() == 4) {
                      orders.market(OrderSide.BUY, "1");
                      orders.market(OrderSide.SELL, "1");
                    }
                  }));
      assertThat(run.decisions().get(2)).contains("\"risk_state\":\"ACTIVE\"");
      assertThat(run.decisions().get(3)).contains("\"risk_state\":\"REDUCING\"");
      assertThat(codes(run.decisions().get(4))).containsExactly("DRAWDOWN", "OK");
      digests.add(run.digest);
    }
    assertThat(digests).containsOnly(digests.getFirst());
  }

  @Test
  void aBlockEndsBeforeAnythingThatIsReportedCanChange() {
    List<Integer> sizes = new ArrayList<>();
    ScriptedSession session =
        new ScriptedSession(0, (set, orders) -> buyOn(2, set, orders)) {
          @Override
          public Answered next(List<SetFrame> sets) {
            sizes.add(sets.size());
            return super.next(sets);
          }
        };
    TestRun run =
        new TestRun(setup(bars("1", "2", "3", "4", "5", "6", "7", "8")).block(4), session);
    // Four sets of which three are consumed; then the set of the fill opens the next block.
    assertThat(sizes).containsExactly(4, 4, 1);
    assertThat(run.completed).isEqualTo(8);
    assertThat(session.seen())
        .extracting(SetFrame::barIndex)
        .containsExactly(0, 1, 2, 3, 4, 5, 6, 7);
  }

  @Test
  void aFaultInsideABlockKeepsTheSetsBeforeIt() {
    for (int block : BLOCKS) {
      ScriptedSession session =
          new ScriptedSession(0, (_, _) -> {}) {
            @Override
            public Answered next(List<SetFrame> sets) {
              for (int i = 0; i < sets.size(); i++) {
                if (sets.get(i).barIndex() == 2) {
                  return ended(i);
                }
              }
              return super.next(sets);
            }
          };
      TestRun run = new TestRun(setup(bars("1", "2", "3", "4")).block(block), session);
      assertThat(run.end.outcome()).isEqualTo(Outcome.FAILED);
      assertThat(run.end.code()).isEqualTo(Code.BUDGET_EXCEEDED);
      assertThat(run.end.observedBy()).isEqualTo(ObservedBy.WORKER);
      assertThat(run.decisions()).hasSize(2);
      assertThat(run.accounts).hasSize(2);
    }
  }

  @Test
  void aWorkerThatLiesAboutWhatItConsumedOrSkipsASequenceEndsTheRun() {
    String unasked = "ANSWER_UNASKED";
    assertHostile(
        unasked, sets -> new dev.glovebox.jail.Session.Processed(sets.size() + 1, List.of(), 1));
    assertHostile(unasked, _ -> new dev.glovebox.jail.Session.Processed(0, List.of(), 1));
    assertHostile(unasked, _ -> new dev.glovebox.jail.Session.Processed(1, List.of(), 1));
    assertHostile("FRAME_SEQUENCE", sets -> processed(sets, 2, "tag"));
    assertHostile("VALUE_OUT_OF_BOUNDS", sets -> processed(sets, 1, "t".repeat(129)));
  }

  @Test
  void logLinesReachTheSink() {
    ScriptedSession session = session(0, (_, _) -> {});
    session.log("hello");
    TestRun run = new TestRun(setup(bars("1")), session);
    assertThat(run.log).containsExactly("hello");
  }

  private static void assertHostile(
      String name,
      java.util.function.Function<List<SetFrame>, dev.glovebox.jail.Session.Answered> answer) {
    ScriptedSession session =
        new ScriptedSession(0, (_, _) -> {}) {
          @Override
          public Answered next(List<SetFrame> sets) {
            return answer.apply(sets);
          }
        };
    TestRun run = new TestRun(setup(bars("1", "2", "3")).block(2), session);
    assertThat(run.end.code()).isEqualTo(Code.PROTOCOL_VIOLATION);
    assertThat(run.end.violation()).contains(name);
    assertThat(run.end.observedBy()).isEqualTo(ObservedBy.HOST);
    assertThat(run.fills).isEmpty();
    assertThat(session.judged()).containsExactly(dev.glovebox.jail.Session.Verdict.BREACHED);
  }

  private static dev.glovebox.jail.Session.Answered processed(
      List<SetFrame> sets, int sequence, String tag) {
    return new dev.glovebox.jail.Session.Processed(
        sets.size(), List.of(new RawIntent(sequence, "AAA", tag, "buy", false, market("1"))), 1);
  }

  private static dev.glovebox.jail.Session.Ended ended(int consumed) {
    return new dev.glovebox.jail.Session.Ended(
        WorkerEnd.BUDGET_EXCEEDED, ObservedBy.WORKER, "", "on_bar", 1, "", consumed);
  }

  private static RawIntent.Kind market(String quantity) {
    return new RawIntent.Market(
        OrderSide.BUY,
        new Amount(Optional.of(new BigDecimal(quantity)), Optional.empty(), Optional.empty()));
  }

  private static RawIntent.Kind invalid(String given) {
    return new RawIntent.Market(
        OrderSide.BUY, new Amount(Optional.empty(), Optional.empty(), Optional.of(given)));
  }

  private static void buyOn(int bar, SetFrame set, ScriptedSession.Orders orders) {
    if (set.barIndex() == bar) {
      orders.market(OrderSide.BUY, "2");
    }
  }

  private static List<String> codes(String line) {
    Json.Obj decision = (Json.Obj) CanonicalJson.parse(line.getBytes(StandardCharsets.UTF_8));
    List<String> codes = new ArrayList<>();
    if (decision.members().get("rulings") instanceof Json.Arr(List<Json> rulings)) {
      for (Json ruling : rulings) {
        if (ruling instanceof Json.Obj(var members)
            && members.get("code") instanceof Json.Str(String code)) {
          codes.add(code);
        }
      }
    }
    return codes;
  }

  private static TestRun run(
      List<BarSet> bars,
      int block,
      int warmup,
      BiConsumer<SetFrame, ScriptedSession.Orders> script) {
    return new TestRun(setup(bars).block(block), session(warmup, script));
  }

  private static ScriptedSession session(
      int warmup, BiConsumer<SetFrame, ScriptedSession.Orders> script) {
    return new ScriptedSession(warmup, script);
  }

  static TestRun.Setup setup(List<BarSet> bars) {
    return TestRun.Setup.of(bars, GoldenBars.FIVE_MINUTES_SECONDS);
  }

  /** Bars whose four prices are one and the same. */
  static List<BarSet> bars(String... prices) {
    List<BarSet> sets = new ArrayList<>();
    for (String price : prices) {
      sets.add(
          GoldenBars.set(
              sets.size(),
              (sets.size() + 1) * GoldenBars.FIVE_MINUTES_SECONDS * 1_000_000,
              GoldenBars.FIVE_MINUTES_SECONDS,
              new String[] {price, price, price, price, "1"}));
    }
    return sets;
  }
}
