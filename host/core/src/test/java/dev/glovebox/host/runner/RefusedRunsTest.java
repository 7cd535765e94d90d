package dev.glovebox.host.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glovebox.host.audit.StepType;
import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Mode;
import dev.glovebox.host.model.Refusal;
import dev.glovebox.host.model.Sha256;
import dev.glovebox.host.store.Database;
import dev.glovebox.host.store.SharedPostgres;
import dev.glovebox.jail.Tier;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SharedPostgres.class)
@Timeout(value = 120, unit = TimeUnit.SECONDS)
final class RefusedRunsTest {
  @TempDir private Path data;

  @Test
  void liveMoneyIsNeverInTierProcess(Database database) {
    try (TestHost host = new TestHost(data, database, 2)) {
      List<RunSpec.TradedSeries> one = List.of(host.traded("open"));
      Sha256 limits = TestHost.LIMITS.hash();
      RunSpec live = spec(Mode.LIVE, 1, "process", TestHost.ARTIFACT, limits, one);
      assertThatThrownBy(() -> RunPlanner.mustSuffice(Tier.PROCESS, live))
          .isInstanceOfSatisfying(
              Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(Code.TIER_UNAVAILABLE))
          .hasMessageContaining("below bwrap");
      RunPlanner.mustSuffice(Tier.BWRAP, live);
      RunPlanner.mustSuffice(
          Tier.PROCESS, spec(Mode.PAPER, 1, "process", TestHost.ARTIFACT, limits, one));
    }
  }

  @Test
  void refusesWhatItDoesNotRunBeforeAnyWorkerStarts(Database database) {
    try (TestHost host = new TestHost(data, database, 2)) {
      host.worker =
          () -> {
            throw new AssertionError("no worker");
          };
      List<RunSpec.TradedSeries> one = List.of(host.traded("open"));
      Sha256 limits = TestHost.LIMITS.hash();
      Sha256 artifact = TestHost.ARTIFACT;
      refuses(host, Code.SPEC_INVALID, spec(Mode.PAPER, 1, "process", artifact, limits, one));
      refuses(host, Code.MODE_UNSUPPORTED, spec(Mode.LIVE, 1, "process", artifact, limits, one));
      refuses(host, Code.SPEC_INVALID, spec(Mode.BACKTEST, 0, "process", artifact, limits, one));
      refuses(host, Code.SPEC_INVALID, spec(Mode.BACKTEST, 4097, "process", artifact, limits, one));
      refuses(host, Code.SPEC_INVALID, spec(Mode.BACKTEST, 1, "vault", artifact, limits, one));
      refuses(host, Code.TIER_UNAVAILABLE, spec(Mode.BACKTEST, 1, "oci", artifact, limits, one));
      refuses(
          host, Code.LIMITS_MISSING, spec(Mode.BACKTEST, 1, "process", artifact, artifact, one));
      refuses(
          host,
          Code.CANDIDATE_FLAGGED,
          spec(Mode.BACKTEST, 1, "process", TestHost.FLAGGED, limits, one));
      List<RunSpec.TradedSeries> two = List.of(host.traded("open"), host.traded("open"));
      refuses(
          host,
          Code.INSTRUMENTS_UNSUPPORTED,
          spec(Mode.BACKTEST, 1, "process", artifact, limits, two));
      List<RunSpec.TradedSeries> other = List.of(host.traded("close"));
      refuses(host, Code.SPEC_INVALID, spec(Mode.BACKTEST, 1, "process", artifact, limits, other));
      RunSpec.TradedSeries unknown =
          new RunSpec.TradedSeries(
              "AAA", artifact, "open", "USD", BigDecimal.ONE, BigDecimal.ONE, BigDecimal.ONE);
      refuses(
          host,
          Code.SERIES_NOT_FOUND,
          spec(Mode.BACKTEST, 1, "process", artifact, limits, List.of(unknown)));
      assertThat(LocalRunsTest.records(host, StepType.RUN_MANIFEST)).isEmpty();
    }
  }

  private static RunSpec spec(
      Mode mode,
      int block,
      String floor,
      Sha256 artifact,
      Sha256 limits,
      List<RunSpec.TradedSeries> traded) {
    return TestHost.spec(mode, block, floor, artifact, limits, traded);
  }

  private static void refuses(TestHost host, Code code, RunSpec spec) {
    assertThatThrownBy(() -> host.started.start(host.caller, spec, ""))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }
}
