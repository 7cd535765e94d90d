package dev.glovebox.host.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glovebox.host.model.CanonicalJson;
import dev.glovebox.host.model.Json;
import dev.glovebox.host.model.Sha256;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** The honesty checks through the command line and real workers. */
@Tag("long")
@ExtendWith(Bench.Shared.class)
@Timeout(value = 300, unit = TimeUnit.SECONDS)
final class CheckEndToEndTest {
  /**
   * Trades by the year and by the count of bars since it began, and sizes by everything that might
   * differ between two processes or outlive one: clock, randomness, addresses, hashes, a file.
   */
  private static final String BY_HEART =
      """
      from glovebox import Strategy


      def tried(attempt):
          try:
              return repr(attempt())
          except BaseException as error:
              return type(error).__name__


      def clock():
          import time
          return time.time_ns()


      def entropy():
          import os
          return os.urandom(8)


      def drawn():
          import random
          return random.random()


      def kept():
          with open("/tmp/glovebox-peek", "a+") as file:
              file.seek(0)
              earlier = file.read()
              file.write("x")
          return earlier


      class ByHeart(Strategy):
          def __init__(self):
              self.bars = 0

          def world(self):
              seen = [tried(each) for each in (clock, entropy, drawn, kept, object)]
              return sum(ord(c) for c in repr((seen, id(self), hash("x"))))

          def on_bar(self, ctx, bar):
              self.bars += 1
              if self.bars % 10 == 0 and ctx.now.year < 2030:
                  if ctx.position == 0:
                      ctx.buy(10 + self.world() % 97)
                  else:
                      ctx.close()
      """;

  private final Bench bench;

  CheckEndToEndTest(Bench bench) {
    this.bench = bench;
  }

  @Test
  void aRealStrategyIsCheckedAndWhatItKnewByHeartIsNoted() {
    Spec spec =
        Spec.of(bench.submitted(BY_HEART), GoldenSeries.AAPL, bench.series(GoldenSeries.AAPL));
    Path out = bench.fresh("out");
    Said said =
        bench
            .command(
                "check",
                "--spec",
                bench.file("check.toml", spec.toml()).toString(),
                "--host",
                bench.address(),
                "--out",
                out.toString())
            .mustEndWith(0);
    assertThat(said.line("truncation")).hasValueSatisfying(text -> passed(text));
    assertThat(said.line("perturbation")).hasValueSatisfying(text -> passed(text));
    assertThat(said.line("determinism")).hasValueSatisfying(text -> passed(text));
    assertThat(said.line("blocks")).hasValueSatisfying(text -> passed(text));
    assertThat(said.out())
        .containsPattern("(?m)^warm_up +NOTED +from bar 1: .* bars differ")
        .containsPattern("(?m)^time_shift +NOTED +28 years later: .* bars differ")
        .containsPattern("(?m)^coverage +25 intents \\(BUY 13, SELL 12\\)")
        .containsPattern("(?m)^overall +PASSED +5 passed, 2 noted, 0 failed, 0 skipped");

    byte[] bytes = Bench.text(out.resolve("check.json")).getBytes(StandardCharsets.UTF_8);
    Json.Obj report = (Json.Obj) CanonicalJson.parse(bytes);
    assertThat(said.line("check_sha256")).contains(Sha256.of(bytes).hex());
    assertThat(new TreeMap<>(report.members()))
        .containsEntry("version", Json.of(1))
        .containsEntry("overall", Json.of("PASSED"))
        .containsKeys(
            "artifact_sha256", "prepared_sha256", "runspec_sha256", "series", "builds", "coverage");
    assertThat(runs(report, "determinism"))
        .as("once more as it was, and once with a guest compiler that works")
        .extracting(run -> text(run, "profile") + " " + text(run, "verdict"))
        .containsExactly("gate PASSED", "bulk PASSED");
  }

  /** Returns what the report says of each run of one check. */
  private static List<Json.Obj> runs(Json.Obj report, String check) {
    return objects(report, "checks").stream()
        .filter(each -> text(each, "name").equals(check))
        .flatMap(each -> objects(each, "runs").stream())
        .toList();
  }

  private static List<Json.Obj> objects(Json.Obj holder, String name) {
    return holder.members().get(name) instanceof Json.Arr(List<Json> all)
        ? all.stream().map(Json.Obj.class::cast).toList()
        : List.of();
  }

  private static String text(Json.Obj holder, String name) {
    return Run.text(holder.members().getOrDefault(name, new Json.Null()));
  }

  private static void passed(String text) {
    assertThat(text).startsWith("PASSED");
  }
}
