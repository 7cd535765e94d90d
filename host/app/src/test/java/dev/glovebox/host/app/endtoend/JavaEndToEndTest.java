package dev.glovebox.host.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Strategies in Java through the command line, the preparation and the worker of their own. */
@ExtendWith(Bench.Shared.class)
@Timeout(value = 300, unit = TimeUnit.SECONDS)
final class JavaEndToEndTest {
  private final Bench bench;

  JavaEndToEndTest(Bench bench) {
    this.bench = bench;
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource
  void decidesAndFillsAsPythonDoesOnEveryGoldenSeries(GoldenSeries series) {
    Run java = run(cross(bench.javaExampleHash("SmaCross"), series));
    Run python = run(cross(bench.smaCrossHash(), series));
    assertThat(java.report("decision_digest")).isEqualTo(python.report("decision_digest"));
    assertThat(java.fills()).hasSizeGreaterThan(3);
    assertThat(lines(java)).isEqualTo(lines(python));
  }

  /** The crossing of the golden runs; blocks, because lock-step is compared on Apple. */
  private Spec cross(String hash, GoldenSeries series) {
    Spec spec = Spec.of(hash, series, bench.series(series)).fee("5");
    return switch (series) {
      case AAPL -> spec.with("fast", "5").with("slow", "20").with("size", "20");
      case ETH -> spec.with("size", "5").block(16);
      case BTC -> spec.with("size", "2").block(256);
      case SP500 -> spec.with("fast", "50").with("slow", "200").block(256);
    };
  }

  private Run run(Spec spec) {
    Run run = bench.backtest(spec);
    run.said().mustEndWith(0);
    assertThat(run.report("outcome")).isEqualTo("COMPLETED");
    assertThat(run.report("decision_digest")).isEqualTo(run.digestOfFile());
    return run;
  }

  private static List<String> lines(Run run) {
    return run.fills().stream().map(cells -> String.join(",", cells)).toList();
  }

  @Test
  @Tag("long")
  void decidesTheSameInEveryProcessAndProfile() {
    Spec spec = cross(bench.javaExampleHash("SmaCross"), GoldenSeries.AAPL);
    String digest = run(spec).report("decision_digest");
    assertThat(digest).isEqualTo(GoldenEndToEndTest.APPLE_DIGEST);
    for (Spec other : List.of(spec, spec.compiled(), spec.block(256), spec.compiled().block(64))) {
      assertThat(run(other).report("decision_digest")).isEqualTo(digest);
    }
  }
}
