package dev.glovebox.host.research;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glovebox.host.market.BarExcerpt;
import dev.glovebox.host.market.BarImport.SeriesBar;
import dev.glovebox.host.model.BarSet;
import dev.glovebox.host.model.CandidateId;
import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Mode;
import dev.glovebox.host.model.Sha256;
import dev.glovebox.host.model.TeamId;
import dev.glovebox.host.risk.Drawdown;
import dev.glovebox.host.run.MarkedAccount;
import dev.glovebox.host.run.RunEnd;
import dev.glovebox.host.run.RunSink;
import dev.glovebox.host.run.RunTotals;
import dev.glovebox.host.runner.HostBuild;
import dev.glovebox.host.runner.TestHost;
import dev.glovebox.host.runner.Trials;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The bounds of one check, with runs that decide nothing and cost nothing. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
final class CheckupLimitsTest {
  private static final MarkedAccount NOTHING =
      new MarkedAccount(
          List.of(BigDecimal.ONE),
          List.of(BigDecimal.ZERO),
          BigDecimal.ONE,
          BigDecimal.ONE,
          BigDecimal.ZERO,
          BigDecimal.ONE,
          Drawdown.at(BigDecimal.ONE));

  private final ExecutorService threads = Executors.newFixedThreadPool(2);
  private final AtomicBoolean over = new AtomicBoolean();
  private final AtomicInteger runs = new AtomicInteger();

  @AfterEach
  void stop() {
    threads.shutdownNow();
  }

  @Test
  void noMoreBarsAreCheckedThanTheLimit() {
    assertThat(check(Checkup.HONESTY_BARS_MAX, Long.MAX_VALUE).bars())
        .isEqualTo(Checkup.HONESTY_BARS_MAX);
    assertThat(check(Checkup.HONESTY_BARS_MAX + 1, Long.MAX_VALUE).bars())
        .isEqualTo(Checkup.HONESTY_BARS_MAX);
  }

  @Test
  void asManyBarsAreCheckedAsTheirDecisionsFit() {
    long line = line(10).length;
    Checkup.Findings whole = check(100, 101 * line);
    assertThat(whole.bars()).isEqualTo(100);
    Checkup.Findings cut = check(100, 40 * line);
    assertThat(cut.bars()).isBetween(40, 41);
    assertThat(cut.results()).extracting(CheckResult::verdict).containsOnly(Verdict.PASSED);
  }

  @Test
  void whatIsLeftWhenTimeIsUpIsSkipped() {
    Checkup.Findings findings =
        new Checkup(
                new Idle(100, () -> over.set(true)),
                new TrialRuns(new Idle(100, () -> over.set(true)), threads, over::get),
                result -> {},
                Long.MAX_VALUE)
            .run();
    assertThat(runs).hasValue(1);
    assertThat(findings.results()).extracting(CheckResult::verdict).containsOnly(Verdict.SKIPPED);
  }

  @Test
  void tooFewBarsToCutTellNothing() {
    assertThat(check(CutPoints.BARS_MIN, Long.MAX_VALUE).why()).isEmpty();
    assertThat(check(CutPoints.BARS_MIN - 1, Long.MAX_VALUE).why()).contains("at least 4 bars");
  }

  private Checkup.Findings check(int bars, long bytesMax) {
    Idle trial = new Idle(bars, () -> {});
    return new Checkup(trial, new TrialRuns(trial, threads, over::get), result -> {}, bytesMax)
        .run();
  }

  private static byte[] line(int bar) {
    return ("{\"bar_index\":"
            + bar
            + ",\"bars\":[],\"cash\":\"1\",\"fills\":[],\"intents\":[],\"orders\":[],"
            + "\"position\":\"0\",\"risk_state\":\"ACTIVE\",\"rulings\":[],\"v\":1}\n")
        .getBytes(StandardCharsets.UTF_8);
  }

  /** A strategy that does nothing, on any number of bars. */
  private final class Idle implements Trials.Trial {
    private final int bars;
    private final Runnable afterRun;

    private Idle(int bars, Runnable afterRun) {
      this.bars = bars;
      this.afterRun = afterRun;
    }

    @Override
    public Trials.Subject subject() {
      Sha256 hash = TestHost.ARTIFACT;
      TeamId team = new TeamId("alpha");
      return new Trials.Subject(
          new CandidateId(team, "cand-00000001"),
          "alpha/ann",
          "python",
          hash,
          hash,
          TestHost.spec(Mode.BACKTEST, 1, "process", hash, hash, List.of()),
          hash,
          bars,
          new HostBuild("test", "25"));
    }

    @Override
    public BarExcerpt bars(int barsMax) {
      List<SeriesBar> made = new ArrayList<>();
      for (int i = 0; i < Math.min(bars, barsMax); i++) {
        BigDecimal price = BigDecimal.TEN;
        made.add(new SeriesBar(i * 60_000_000L, "s", price, price, price, price, BigDecimal.ZERO));
      }
      return BarExcerpt.of(60, made);
    }

    @Override
    public Trials.Outcome run(Trials.Variation variation, RunSink sink, BooleanSupplier stop) {
      runs.incrementAndGet();
      int completed = 0;
      RunEnd end = RunEnd.completed();
      for (BarSet set : variation.bars().sets()) {
        if (stop.getAsBoolean()) {
          end = RunEnd.ofHost(RunEnd.Outcome.INTERRUPTED, Code.RUN_INTERRUPTED, "stopped");
          break;
        }
        byte[] line = line(set.index());
        sink.completed(set, NOTHING, List.of(), line, line.length);
        completed++;
      }
      afterRun.run();
      return new Trials.Outcome(
          end,
          new RunTotals(0, 0, 0, 0, 0, 0, 0),
          "d1:",
          completed,
          new Trials.Told(completed, 0, 0, true),
          Trials.Engine.UNKNOWN);
    }
  }
}
