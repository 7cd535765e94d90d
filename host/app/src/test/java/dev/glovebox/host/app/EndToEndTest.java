package dev.glovebox.host.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glovebox.host.app.PrivateHostFixture.Told;
import dev.glovebox.host.app.command.RunResult;
import dev.glovebox.host.audit.Verifier;
import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Refusal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The whole way through one private host: submission, analysis, worker, report, signed log. */
@Timeout(180)
final class EndToEndTest {
  private static final String SMA_CROSS =
      """
      from glovebox import Strategy
      from glovebox.indicators import SMA, Crossover

      class SmaCross(Strategy):
          def __init__(self, fast=5, slow=20, size=20):
              self.fast, self.slow, self.cross, self.size = SMA(fast), SMA(slow), Crossover(), size

          def on_bar(self, ctx, bar):
              cross = self.cross.update(self.fast.update(bar.close), self.slow.update(bar.close))
              if cross > 0 and ctx.position == 0:
                  ctx.buy(self.size)
              elif cross < 0 and ctx.position > 0:
                  ctx.close()
      """;

  @TempDir static Path folder;
  private static PrivateHostFixture host;

  @BeforeAll
  static void start() {
    host = new PrivateHostFixture(folder);
  }

  /** Whatever the tests did, the host leaves a log that its trust file proves. */
  @AfterAll
  static void leavesALogThatItsTrustFileProves() throws Exception {
    if (host == null) {
      return;
    }
    try (PrivateHostFixture ended = host) {
      ended.host().end();
      Path trust = folder.resolve("trust.json");
      Files.write(trust, ended.host().trust().orElseThrow());
      List<Path> audit = List.of(ended.host().data().resolve("audit"));
      assertThat(Verifier.verify(audit, Optional.of(trust), Optional.empty()).exitCode()).isZero();
      assertThat(Verifier.verify(audit, Optional.empty(), Optional.empty()).exitCode())
          .isEqualTo(Code.INTERNALLY_CONSISTENT_ONLY.exit());
    }
  }

  @Test
  void fillsAsTheReferenceDoesAndDecidesTheSameInBlocks() {
    RunResult.Finished lockStep =
        host.run(host.flags(SMA_CROSS, host.aapl()).with("--fee-bps", "5")).finished();
    assertThat(lockStep.code()).isEqualTo(Code.OK);
    // First, second and last fill of the reference run, with its exact cash.
    assertThat(text(lockStep, "fills.csv"))
        .startsWith(
            """
            bar_index,time,instrument,order_id,side,quantity,price,fee,cash_after,position_after
            30,2013-02-14,AAPL,o-000001,BUY,20,464.52,4.6452,90704.9548,20
            34,2013-02-21,AAPL,o-000002,SELL,20,446,4.46,99620.4948,0
            """);
    assertThat(text(lockStep, "decisions.jsonl").lines()).hasSize(252);
    RunResult.Finished block =
        host.run(host.flags(SMA_CROSS, host.aapl()).with("--fee-bps", "5").with("--block", "256"))
            .finished();
    assertThat(block.text("decision_digest")).isEqualTo(lockStep.text("decision_digest"));
    assertThat(text(block, "fills.csv")).isEqualTo(text(lockStep, "fills.csv"));
    assertThat(block.text("indicative")).contains("true");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "raise ValueError('no') | STRATEGY_ERROR | WORKER",
        "while True: pass | BUDGET_EXCEEDED | WORKER",
        "self.x = [0] * 10**9 | MEMORY_LIMIT | HOST",
      })
  void namesWhatEndedARunAndLivesOn(String line, Code code, String observedBy) {
    String source =
        "from glovebox import Strategy\nclass Bad(Strategy):\n"
            + "    def on_bar(self, ctx, bar):\n        "
            + line
            + "\n";
    Told told = host.run(host.flags(source, host.aapl()).with("--analysis", "off"));
    assertThat(told.finished().code()).isEqualTo(code);
    assertThat(told.finished().text("observed_by")).contains(observedBy);
    assertThat(told.finished().text("outcome")).contains("FAILED");
  }

  @Test
  void deniesANonsenseIntentAndGoesOn() {
    String source =
        """
        from glovebox import Strategy
        class Odd(Strategy):
            def on_bar(self, ctx, bar):
                ctx.buy(float("nan"))
        """;
    RunResult.Finished run = host.run(source).finished();
    assertThat(run.code()).isEqualTo(Code.OK);
    assertThat(text(run, "decisions.jsonl")).contains("INTENT_INVALID");
    assertThat(text(run, "fills.csv").lines()).hasSize(1);
  }

  @Test
  void startsNoWorkerForAFlaggedCandidate() {
    Told told = host.run("import os\nfrom glovebox import Strategy\nclass A(Strategy): pass\n");
    assertThat(told.result()).isInstanceOf(RunResult.Flagged.class);
    assertThat(told.candidate().getFindingsList())
        .anySatisfy(finding -> assertThat(finding.getLine()).isEqualTo(1));
  }

  @Test
  void namesTheLineOfABadBarFile() throws Exception {
    Path bars = folder.resolve("bad.csv");
    Files.writeString(
        bars, "date,open,high,low,close,volume\n2020-01-01,1,1,1,1,1\n2020-01-02,5,1,1,1,1\n");
    assertThatThrownBy(() -> host.run(host.flags(SMA_CROSS, bars)))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> {
              assertThat(refusal.code()).isEqualTo(Code.SERIES_INVALID);
              assertThat(refusal.sentence()).contains("line 3");
            });
  }

  private static String text(RunResult.Finished run, String file) {
    return new String(run.files().getOrDefault(file, new byte[0]), StandardCharsets.UTF_8);
  }
}
