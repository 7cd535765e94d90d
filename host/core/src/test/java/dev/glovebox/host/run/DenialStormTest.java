package dev.glovebox.host.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glovebox.host.audit.RecordDraft;
import dev.glovebox.host.audit.StepType;
import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Json;
import dev.glovebox.jail.OrderSide;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A strategy that is denied as often as it may ask, bar after bar. */
@Timeout(60)
final class DenialStormTest {
  private static final int INTENTS = 256;
  private static final int BARS = 100;
  private static final String TOO_MANY = "999999999";

  @Test
  void leavesOneRecordASetOnceEnoughStandByThemselves() {
    TestRun run = storm(1);
    assertThat(run.end.code()).isEqualTo(Code.OK);
    assertThat(run.totals.denied()).isEqualTo(INTENTS * BARS);
    List<Json.Obj> rulings =
        run.evidence.drafts().stream()
            .filter(draft -> draft.type() == StepType.RULING)
            .map(RecordDraft::detail)
            .toList();
    List<Json.Obj> sums =
        rulings.stream().filter(detail -> detail.members().containsKey("denials")).toList();
    int partly = DenialStorm.RECORDS_MAX / INTENTS;
    assertThat(sums).hasSize(BARS - partly);
    assertThat(rulings).hasSize(DenialStorm.RECORDS_MAX + BARS - partly);
    // The set in which the limit was met, and the last.
    int left = INTENTS * (partly + 1) - DenialStorm.RECORDS_MAX;
    assertThat(sums.getFirst()).isEqualTo(sum(partly, left, "o-001001", "o-001024"));
    assertThat(sums.getLast()).isEqualTo(sum(BARS - 1, INTENTS, "o-025345", "o-025600"));
  }

  @Test
  void everyDenialStandsInItsDecisionAllTheSame() {
    TestRun run = storm(1);
    assertThat(run.decisions()).hasSize(BARS);
    assertThat(run.decisions())
        .allSatisfy(line -> assertThat(line.split("BUYING_POWER", -1)).hasSize(INTENTS + 1));
    assertThat(storm(16).digest).isEqualTo(run.digest);
  }

  @Test
  void ordersThatAreAllowedKeepTheirRecordsInTheStorm() {
    TestRun run =
        run(
            1,
            orders -> {
              denied(orders);
              orders.market(OrderSide.BUY, "1");
            });
    long allowed =
        run.evidence.drafts().stream()
            .filter(draft -> draft.type() == StepType.RULING)
            .filter(draft -> draft.detail().text().contains("\"code\":\"OK\""))
            .count();
    assertThat(allowed).isEqualTo(BARS).isEqualTo(run.totals.intents() - run.totals.denied());
  }

  private static Json.Obj sum(int bar, int count, String first, String last) {
    return Json.of(
        Map.of(
            "bar_index",
            Json.of(bar),
            "denials",
            Json.of(
                Map.of(
                    "count", Json.of(count),
                    "codes", Json.of(Map.of("BUYING_POWER", Json.of(count))),
                    "first", Json.of(first),
                    "last", Json.of(last)))));
  }

  private static TestRun storm(int block) {
    return run(block, DenialStormTest::denied);
  }

  private static void denied(ScriptedSession.Orders orders) {
    for (int i = 0; i < INTENTS; i++) {
      orders.market(OrderSide.BUY, TOO_MANY);
    }
  }

  private static TestRun run(int block, java.util.function.Consumer<ScriptedSession.Orders> hook) {
    return new TestRun(
        RunLoopTest.setup(RunLoopTest.bars(Collections.nCopies(BARS, "10").toArray(String[]::new)))
            .block(block),
        new ScriptedSession(0, (_, orders) -> hook.accept(orders)));
  }
}
