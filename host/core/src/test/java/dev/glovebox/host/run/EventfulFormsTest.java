package dev.glovebox.host.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glovebox.host.audit.MemoryEvidence;
import dev.glovebox.host.audit.RecordDraft;
import dev.glovebox.host.ledger.SubLedger;
import dev.glovebox.host.model.Bar;
import dev.glovebox.host.model.BarSet;
import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Json;
import dev.glovebox.host.model.OrderIntent;
import dev.glovebox.host.model.OrderKey;
import dev.glovebox.host.model.Side;
import dev.glovebox.host.model.TradingState;
import dev.glovebox.host.model.UntrustedText;
import dev.glovebox.host.order.OrderState;
import dev.glovebox.host.risk.Ruling;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Lines and records of sets with orders, against the trees that they stand for. */
final class EventfulFormsTest {
  private static final UntrustedText HOSTILE = new UntrustedText("a\"\\\n\u202e\ud800\ud83d\ude00");
  private static final List<OrderIntent> INTENTS =
      List.of(
          intent(1, new OrderIntent.Market(Side.BUY, new BigDecimal("1.50"), Optional.empty())),
          intent(2, new OrderIntent.Market(Side.SELL, BigDecimal.TEN, Optional.of(HOSTILE))),
          intent(3, new OrderIntent.Unsupported(HOSTILE)),
          intent(4, new OrderIntent.Malformed(Optional.of(Side.SELL), "ours", HOSTILE)),
          intent(
              1_234_567,
              new OrderIntent.Market(Side.SELL, new BigDecimal("0.001"), Optional.empty())));
  private static final BookedFill FILL =
      new BookedFill(
          new OrderKey(999_999),
          0,
          12,
          "2020-01-02",
          Side.SELL,
          new BigDecimal("2.50"),
          new BigDecimal("101.010"),
          new BigDecimal("0.00"),
          BigDecimal.ZERO,
          BigDecimal.ONE,
          BigDecimal.ONE,
          1_577_923_200_000_001L,
          1_577_923_260_000_000L);

  private static OrderIntent intent(int sequence, OrderIntent.Terms terms) {
    return new OrderIntent(
        new OrderKey(sequence),
        HOSTILE,
        Optional.of(0),
        new UntrustedText("buy"),
        HOSTILE,
        sequence % 2 == 0,
        terms);
  }

  private static Ruling ruling(OrderIntent intent, boolean allowed) {
    return allowed
        ? new Ruling.Allowed(intent, BigDecimal.ONE)
        : new Ruling.Denied(
            intent, Code.BUYING_POWER, "5", "4", new TreeMap<>(Map.of("largest_quantity", "1")));
  }

  @Test
  void theLineOfASetWithOrdersEqualsTheTree() {
    RunTerms terms =
        new RunTerms(
            TestRun.RUN,
            "alpha/agent",
            "alpha/agent",
            "sim",
            List.of(TestRun.AAA),
            List.of(300L),
            "USD",
            BigDecimal.TEN,
            1);
    DecisionLine line = new DecisionLine(terms);
    Bar bar = GoldenBars.eth().getFirst().bars().getFirst();
    SubLedger ledger = new SubLedger("USD", new BigDecimal("1000.50"), terms.instruments());
    for (int parts = 0; parts < 16; parts++) {
      Cycle cycle =
          new Cycle(
              new BarSet(7, bar.closeTimeMicros(), List.of(bar)),
              0,
              MarkedAccount.before(ledger, 1));
      for (OrderIntent intent : INTENTS.subList(0, (parts & 1) * INTENTS.size())) {
        cycle.intents.add(intent);
        cycle.rulings.add(ruling(intent, (parts & 2) == 0));
      }
      if ((parts & 4) != 0) {
        cycle.fills.add(FILL);
        cycle.fills.add(FILL);
      }
      if ((parts & 8) != 0) {
        cycle.states.put(new OrderKey(999_999), OrderState.FILLED);
        cycle.states.put(new OrderKey(1_234_567), OrderState.ACKNOWLEDGED);
      }
      line.write(cycle, TradingState.ACTIVE);
      assertThat(new String(line.array(), 0, line.length(), StandardCharsets.UTF_8))
          .isEqualTo(line.tree(cycle, TradingState.ACTIVE).text() + "\n");
    }
  }

  @Test
  void rulingsAndFillsAreRecordedAsTheirTreesSay() {
    MemoryEvidence evidence = new MemoryEvidence();
    RunRecords records = new RunRecords(evidence, TestRun.RUN, "alpha/agent");
    for (OrderIntent intent : INTENTS) {
      for (boolean allowed : new boolean[] {true, false}) {
        Ruling ruling = ruling(intent, allowed);
        records.ruling(7, ruling);
        assertThat(evidence.drafts().getLast().detail())
            .isEqualTo(
                Json.of(
                    Map.of(
                        "bar_index", Json.of(7),
                        "facts",
                            Json.of(allowed ? Map.of() : Map.of("largest_quantity", Json.of("1"))),
                        "intent", DecisionLine.json(intent),
                        "ruling", DecisionLine.json(ruling))));
      }
    }
    records.fill(13, FILL, "AAA");
    RecordDraft draft = evidence.drafts().getLast();
    assertThat(draft.detail())
        .isEqualTo(
            Json.of(Map.of("bar_index", Json.of(13), "fill", DecisionLine.json(FILL, "AAA"))));
    assertThat(draft.run()).hasValue(TestRun.RUN);
    assertThat(draft.owner() + draft.actor()).isEqualTo("alpha/agent" + RunRecords.ACTOR);
  }

  @Test
  void aDecisionIsRecordedByIndexAndHashOfItsLine() {
    MemoryEvidence evidence = new MemoryEvidence();
    new RunRecords(evidence, TestRun.RUN, "alpha/agent").decision(5, new byte[32]);
    assertThat(evidence.drafts().getLast().detail())
        .isEqualTo(
            Json.of(Map.of("bar_index", Json.of(5), "line_sha256", Json.of("00".repeat(32)))));
  }
}
