package dev.glovebox.host.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.glovebox.host.app.Main;
import dev.glovebox.host.app.Surroundings;
import dev.glovebox.jail.Tier;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * One reference run in the tiers that are not this machine's first choice: the import, the
 * preparation and the worker are in the tier, and the decisions are the same to the byte.
 */
@ExtendWith(Bench.Shared.class)
@Timeout(value = 300, unit = TimeUnit.SECONDS)
final class TierEndToEndTest {
  private final Bench bench;

  TierEndToEndTest(Bench bench) {
    this.bench = bench;
  }

  @Test
  void decidesTheSameBehindAnOciRuntimeByStandardStreams() {
    Run run = run(Tier.OCI, "oci");
    assumeTrue(
        !run.said().err().contains("TIER_UNAVAILABLE"),
        () -> "missing capability runc: " + run.said().err().lines().toList().getLast());
    mustEqualTheReference(run, "oci");
    assertThat(run.report().text()).contains("no-host-socket").contains("tried:seccomp=2");
  }

  @Test
  void decidesTheSameInTierProcessBehindLandlock() {
    Run run = run(Tier.PROCESS, "process");
    mustEqualTheReference(run, "process");
    assumeTrue(
        !run.report().text().contains("absent:landlock"),
        "missing capability landlock: this kernel has none");
    assertThat(run.report().text()).contains("landlock-files").contains("tried:reading=closed");
  }

  private static void mustEqualTheReference(Run run, String tier) {
    run.said().mustEndWith(0);
    assertThat(run.report("tier")).isEqualTo(tier);
    assertThat(run.report("decision_digest"))
        .isEqualTo(GoldenEndToEndTest.APPLE_DIGEST)
        .isEqualTo(run.digestOfFile());
  }

  private Run run(Tier ceiling, String floor) {
    Surroundings here = bench.surroundings();
    Surroundings bounded =
        new Surroundings(
            here.home(),
            here.cache(),
            here.temporary(),
            here.user(),
            here.javaHome(),
            here.osName(),
            here.osArch(),
            here.programs(),
            ceiling);
    GoldenSeries series = GoldenSeries.AAPL;
    Path bars = bench.file(series.id() + ".csv", series.csv());
    Path out = bench.fresh("out");
    StringWriter said = new StringWriter();
    StringWriter notes = new StringWriter();
    int exit =
        Main.run(
            bounded,
            new PrintWriter(said),
            new PrintWriter(notes),
            "backtest",
            "--spec",
            bench.file("spec.toml", spec(bars, series, floor)).toString(),
            "--out",
            out.toString());
    return new Run(new Said(exit, said.toString(), notes.toString()), out);
  }

  /** The reference run on Apple, with time for a start without caches on a busy machine. */
  private String spec(Path bars, GoldenSeries series, String floor) {
    return """
    version = 1
    mode = "BACKTEST"
    analysis = "off"
    tier_floor = "%s"
    [artifact]
    file = "%s"
    [parameters]
    fast = "5"
    slow = "20"
    size = "20"
    [account]
    type = "CASH"
    [account.cash]
    USD = "100000"
    [[instruments]]
    id = "%s"
    bars = "%s"
    stamp = "%s"
    [fees]
    basis_points = "5"
    [worker]
    wall_start_seconds = 120
    """
        .formatted(floor, bench.smaCross(), series.id(), bars, series.stamp());
  }
}
