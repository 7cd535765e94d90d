package dev.glovebox.host.app.benchmarks;

import static dev.glovebox.host.app.benchmarks.Report.say;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.glovebox.host.app.Surroundings;
import dev.glovebox.host.app.host.OpenedJail;
import dev.glovebox.jail.HeldFolder;
import dev.glovebox.jail.Profile;
import dev.glovebox.jail.Session;
import dev.glovebox.jail.Tier;
import dev.glovebox.jail.WorkerKind;
import dev.glovebox.session.SharedWorkers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What one more run costs in a worker that runs of one owner share: the memory of its process, by
 * the kernel's own count, while every run waits for its next bar. Prints figures; asserts only that
 * everything did what it should. See docs/benchmarks.md.
 */
final class DensityBenchmark {
  private static final int BARS = Integer.getInteger("glovebox.benchmarks.density.bars", 1_000);
  private static final int[] RUNS = {1, 8, 16, SharedWorkers.RUNS_PER_WORKER_MAX};
  private static final double MEBIBYTES_PER_RUN_MAX = 10;

  @Test
  void memoryOfOneMoreRun() throws Exception {
    Surroundings surroundings = Surroundings.ofThisProcess();
    try (HeldFolder work = HeldFolder.make(surroundings.temporary(), HeldFolder.Kind.IMAGES);
        OpenedJail jail = OpenedJail.open(surroundings, List.of())) {
      assumeTrue(jail.jail().tier() == Tier.BWRAP, "missing capability tier-bwrap");
      JailedGuest guest =
          JailedGuest.sharing(
              jail.jail(), jail.images().workers(), work.path(), RUNS[RUNS.length - 1]);
      double own = own(jail, work.path());
      say("one run in a worker of its own, %d bars: %.1f MiB", BARS, own);
      double base;
      try (Session _ = guest.waiting()) {
        base = memory();
        say("a worker for %d runs before the first: %.1f MiB", RUNS[RUNS.length - 1], base);
      }
      List<Session> sessions = new ArrayList<>();
      try {
        for (int runs : RUNS) {
          while (sessions.size() < runs) {
            sessions.add(guest.crossing(BARS));
          }
          assertThat(sessions.stream().map(each -> each.seat().orElseThrow().worker()).distinct())
              .hasSize(1);
          report(runs, base, own);
        }
      } finally {
        sessions.forEach(Session::close);
      }
    }
  }

  private static double own(OpenedJail jail, Path folder) throws IOException {
    JailedGuest alone =
        new JailedGuest(
            jail.jail(),
            Objects.requireNonNull(jail.images().workers().get(WorkerKind.python(Profile.GATE))),
            folder);
    try (Session _ = alone.crossing(BARS)) {
      return memory();
    }
  }

  private static void report(int runs, double base, double own) {
    double all = memory();
    double each = (all - base) / runs;
    say(
        "%d runs in one worker: %.1f MiB (resident %.1f, anonymous %.1f); each %.1f MiB beyond the"
            + " base (goal <= %.0f): %s; beside %.0f MiB in workers of their own",
        runs,
        all,
        mebibytes("Rss"),
        mebibytes("Pss_Anon"),
        each,
        MEBIBYTES_PER_RUN_MAX,
        each <= MEBIBYTES_PER_RUN_MAX ? "PASS" : "FAIL",
        runs * own);
  }

  private static double memory() {
    return mebibytes("Pss");
  }

  /** A figure of the kernel over every process of the worker; pages that are shared count once. */
  private static double mebibytes(String name) {
    return ProcessHandle.current()
            .descendants()
            .mapToLong(process -> kibibytes(process.pid(), name))
            .sum()
        / 1024.0;
  }

  private static long kibibytes(long pid, String name) {
    Path figures = Path.of("/proc", Long.toString(pid), "smaps_rollup");
    try (Stream<String> lines = Files.lines(figures)) {
      return lines
          .filter(line -> line.startsWith(name + ":"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
          .sum();
    } catch (IOException e) {
      return 0; // It has ended, or is another user's.
    }
  }
}
