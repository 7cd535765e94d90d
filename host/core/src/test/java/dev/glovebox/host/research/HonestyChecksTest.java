package dev.glovebox.host.research;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glovebox.host.candidate.CheckReport.Overall;
import dev.glovebox.host.identity.Caller;
import dev.glovebox.host.identity.Role;
import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Json;
import dev.glovebox.host.model.Mode;
import dev.glovebox.host.model.Refusal;
import dev.glovebox.host.research.CheckBench.Checked;
import dev.glovebox.host.run.ScriptedSession;
import dev.glovebox.host.run.SmaCross;
import dev.glovebox.host.runner.RunSpec;
import dev.glovebox.host.runner.TestHost;
import dev.glovebox.host.store.Database;
import dev.glovebox.host.store.SharedPostgres;
import dev.glovebox.jail.ObservedBy;
import dev.glovebox.jail.Profile;
import dev.glovebox.jail.SetFrame;
import dev.glovebox.jail.WorkerEnd;
import dev.glovebox.jail.WorkerKind;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Each check with a strategy that must fail it, on Apple's 252 sessions. */
@ExtendWith(SharedPostgres.class)
@Timeout(value = 120, unit = TimeUnit.SECONDS)
final class HonestyChecksTest {
  private final CheckBench bench;

  HonestyChecksTest(Database database, @TempDir Path data) {
    this.bench = new CheckBench(data, database);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void anHonestStrategyFailsNoneAndTheReportSaysWhatItDid() {
    Checked checked = bench.of(_ -> new ScriptedSession(0, new SmaCross(5, 20, "20"))).check();
    Map<String, Verdict> verdicts = checked.verdicts();
    assertThat(verdicts)
        .containsOnlyKeys(
            "truncation",
            "perturbation",
            "warm_up",
            "determinism",
            "blocks",
            "time_shift",
            "price_scale")
        .containsEntry("truncation", Verdict.PASSED)
        .containsEntry("perturbation", Verdict.PASSED)
        .containsEntry("determinism", Verdict.PASSED)
        .containsEntry("blocks", Verdict.PASSED)
        .containsEntry("time_shift", Verdict.PASSED)
        .containsEntry("price_scale", Verdict.PASSED);
    assertThat(checked.report().overall()).isEqualTo(Overall.PASSED);
    assertThat(bench.host.opened)
        .hasSize(15)
        .filteredOn(WorkerKind.python(Profile.BULK)::equals)
        .hasSize(1);
    assertThat(checked.report().content().text())
        .contains("\"intents\":15", "\"fills\":15", "\"denials\":{}")
        .contains("\"hooks_never_called\":[\"on_order\"]")
        .contains("what never fired is not proven");
    assertThat(checked.member("runspec_sha256")).isEqualTo(Json.of(bench.host.spec().hash().hex()));
  }

  @Test
  void whoeverActsOnTheNextBarFailsTruncationAndPerturbation() {
    Checked checked =
        bench
            .of(knowledge -> Controls.toggling(Controls.closesHigherNext(knowledge.sets())))
            .check();
    assertThat(checked.verdicts())
        .containsEntry("truncation", Verdict.FAILED)
        .containsEntry("perturbation", Verdict.FAILED)
        .containsEntry("determinism", Verdict.PASSED)
        .containsEntry("blocks", Verdict.PASSED)
        .containsEntry("time_shift", Verdict.PASSED);
    assertThat(checked.report().overall()).isEqualTo(Overall.FAILED);
    assertThat(checked.summary(CheckName.TRUNCATION)).contains("differs at intents");
  }

  @Test
  void whoeverKnowsHowManyBarsAreLeftFailsTruncationAlone() {
    Checked checked =
        bench
            .of(knowledge -> Controls.toggling(bar -> (knowledge.sets().size() - bar) % 9 == 0))
            .check();
    assertThat(failed(checked)).containsExactly("truncation");
  }

  @Test
  void whoeverActsOnTheNextPriceWhereThereIsOneFailsPerturbationAlone() {
    // Where nothing follows it falls back on what it learnt by heart, so truncation sees nothing.
    Checked checked =
        bench
            .of(knowledge ->
                Controls.toggling(bar ->
                    (bar + 1 < knowledge.sets().size()
                            ? Controls.closesHigherNext(knowledge.sets())
                            : Controls.closesHigherNext(Controls.KNOWN))
                        .test(bar)))
            .check();
    assertThat(failed(checked)).containsExactly("perturbation");
  }

  @Test
  void whoeverReadsAheadInItsBlockFailsWithBlocksAndPassesInLockStep() {
    Checked checked = bench.of(_ -> Controls.readsAhead()).check();
    assertThat(failed(checked)).containsExactly("blocks", "perturbation", "truncation");
    assertThat(checked.summary(CheckName.TRUNCATION))
        .contains("block 256")
        .doesNotContain("lock-step");
    assertThat(checked.summary(CheckName.PERTURBATION)).doesNotContain("lock-step");
  }

  @Test
  void whoeverTradesOtherwiseInBlocksFailsBlocksAlone() {
    Checked checked =
        bench
            .of(knowledge -> Controls.toggling(bar -> bar % (knowledge.block() == 16 ? 7 : 5) == 0))
            .check();
    assertThat(failed(checked)).containsExactly("blocks");
    assertThat(checked.summary(CheckName.BLOCKS)).startsWith("block 16: bar 5 differs");
  }

  @Test
  void whoeverNeverDoesTheSameTwiceFailsDeterminismAndNoOtherDifferenceIsBelieved() {
    Checked checked =
        bench.of(knowledge -> Controls.toggling(bar -> (bar + knowledge.run()) % 5 == 0)).check();
    assertThat(failed(checked)).containsExactly("determinism");
    assertThat(checked.verdicts())
        .containsEntry("truncation", Verdict.SKIPPED)
        .containsEntry("blocks", Verdict.SKIPPED);
    assertThat(checked.report().overall()).isEqualTo(Overall.FAILED);
  }

  @Test
  void whoeverTradesOtherwiseWithTheJitFailsDeterminismAlone() {
    Checked checked =
        bench
            .of(knowledge ->
                Controls.toggling(bar -> bar % (knowledge.profile().equals("bulk") ? 7 : 5) == 0))
            .check();
    assertThat(failed(checked)).containsExactly("determinism");
    assertThat(checked.summary(CheckName.DETERMINISM)).startsWith("with the JIT: bar 5 differs");
    assertThat(checked.verdicts()).containsEntry("truncation", Verdict.PASSED);
  }

  @Test
  void whoeverCountsFromItsFirstBarIsNotedByWarmUp() {
    Checked checked = bench.of(_ -> Controls.toggling(bar -> bar % 10 == 0)).check();
    assertThat(checked.verdicts())
        .containsEntry("warm_up", Verdict.NOTED)
        .containsEntry("time_shift", Verdict.PASSED);
    assertThat(failed(checked)).isEmpty();
    assertThat(checked.summary(CheckName.WARM_UP)).contains("from bar 1:", "of 251 bars differ");
  }

  @Test
  void whoeverTradesByTheYearIsNotedByTimeShiftAlone() {
    Checked checked = bench.of(_ -> new ScriptedSession(0, Controls::byYear)).check();
    assertThat(checked.verdicts()).containsEntry("time_shift", Verdict.NOTED);
    assertThat(failed(checked)).isEmpty();
    assertThat(checked.summary(CheckName.TIME_SHIFT)).startsWith("28 years later: ");
  }

  @Test
  void whoeverKnowsThePricesByHeartIsNotedByPriceScaleAlone() {
    Checked checked = bench.of(_ -> new ScriptedSession(0, Controls::byKnownPrice)).check();
    assertThat(failed(checked)).isEmpty();
    assertThat(checked.verdicts())
        .containsEntry("price_scale", Verdict.NOTED)
        .containsEntry("time_shift", Verdict.PASSED);
  }

  @Test
  void whoeverRecognisesTheSeriesByItsShapePassesAllThatCanFail() {
    // The limit of these checks, said in docs/honesty-checks.md: nothing here can tell.
    Checked checked =
        bench.of(_ -> Controls.toggling(Controls.closesHigherNext(Controls.KNOWN))).check();
    assertThat(failed(checked)).isEmpty();
    assertThat(checked.verdicts())
        .containsEntry("time_shift", Verdict.PASSED)
        .containsEntry("price_scale", Verdict.PASSED);
  }

  @Test
  void whoeverRemembersAnEarlierRunFailsDeterminism() {
    // As a file would, or memory that two workers share: the first run leaves what it saw.
    Map<Integer, BigDecimal> left = new ConcurrentHashMap<>();
    Checked checked =
        bench
            .of(_ ->
                new ScriptedSession(
                    0,
                    (set, orders) -> {
                      left.put(set.barIndex(), Controls.closeOf(set));
                      BigDecimal next = left.getOrDefault(set.barIndex() + 1, BigDecimal.ZERO);
                      if (next.compareTo(Controls.closeOf(set)) > 0 || set.barIndex() % 50 == 0) {
                        Controls.toggle(set, orders);
                      }
                    }))
            .check();
    assertThat(checked.verdicts()).containsEntry("determinism", Verdict.FAILED);
  }

  @Test
  void withoutAnIntentNothingIsProven() {
    Checked checked = bench.of(_ -> new ScriptedSession(0, (set, orders) -> {})).check();
    assertThat(checked.verdicts().values()).containsOnly(Verdict.PASSED);
    assertThat(checked.report().overall()).isEqualTo(Overall.UNKNOWN);
    assertThat(checked.member("summary").text()).contains("no intents: nothing proven");
    assertThat(checked.report().content().text())
        .contains("\"longest_stretch_without_intent\":252");
  }

  @Test
  void aWorkerThatDoesNotStartTellsNothing() {
    Checked checked = bench.check();
    assertThat(checked.verdicts().values()).containsOnly(Verdict.SKIPPED);
    assertThat(checked.report().overall()).isEqualTo(Overall.UNKNOWN);
    assertThat(checked.member("summary").text()).contains("WORKER_START_FAILED");
  }

  @Test
  void aFaultOfTheStrategyIsToldAndFails() {
    Checked checked =
        bench
            .of(_ ->
                new ScriptedSession(0, (set, orders) -> {}) {
                  @Override
                  public Answered next(List<SetFrame> sets) {
                    return new Ended(
                        WorkerEnd.STRATEGY_ERROR,
                        ObservedBy.WORKER,
                        "division by zero",
                        "on_bar",
                        12,
                        "ZeroDivisionError",
                        0);
                  }
                })
            .check();
    assertThat(checked.verdicts().values()).containsOnly(Verdict.SKIPPED);
    assertThat(checked.report().overall()).isEqualTo(Overall.FAILED);
    assertThat(checked.member("base").text())
        .contains("\"code\":\"STRATEGY_ERROR\"", "\"line\":12", "division by zero");
  }

  @Test
  void itsReportIsFoundByThoseWhoMayReadIt() {
    Checked checked = bench.of(_ -> Controls.toggling(bar -> bar % 10 == 0)).check();
    Caller owner = bench.host.caller;
    Caller reviewer = new Caller(owner.team(), owner.team() + "/rev", Set.of(Role.REVIEWER));
    Caller other = new Caller(owner.team(), owner.team() + "/other", Set.of(Role.AGENT));
    List<Checks.CheckEvent> seen = new ArrayList<>();
    bench.checks.watch(reviewer, checked.id(), seen::add);
    assertThat(seen).isEqualTo(checked.events());
    refuses(Code.CHECK_NOT_FOUND, () -> bench.checks.watch(other, checked.id(), event -> true));
  }

  @Test
  void onlyABacktestIsChecked() {
    refuses(Code.SPEC_INVALID, () -> bench.checks.start(bench.host.caller, paper(), ""));
  }

  @Test
  void aCheckEndsWithItsHostAndLeavesNoReport() throws InterruptedException {
    AtomicBoolean began = new AtomicBoolean();
    bench.of(_ ->
        new ScriptedSession(
            0,
            (set, orders) -> {
              began.set(true);
              Controls.pause(); // Long enough that the checks are not over when the host ends.
            }));
    var id = bench.checks.start(bench.host.caller, bench.host.spec(), "");
    while (!began.get()) {
      Thread.sleep(1);
    }
    bench.checks.close();
    refuses(Code.RUN_INTERRUPTED, () -> bench.checks.watch(bench.host.caller, id, event -> true));
    assertThat(bench.reports.find(id)).isEmpty();
  }

  private RunSpec paper() {
    return TestHost.spec(
        Mode.PAPER,
        1,
        "process",
        TestHost.ARTIFACT,
        TestHost.LIMITS.hash(),
        List.of(bench.host.traded("open")));
  }

  private static List<String> failed(Checked checked) {
    return checked.verdicts().entrySet().stream()
        .filter(entry -> entry.getValue() == Verdict.FAILED)
        .map(Map.Entry::getKey)
        .toList();
  }

  private static void refuses(
      Code code, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }
}
