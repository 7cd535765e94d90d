package dev.glovebox.host.app.benchmarks;

import static dev.glovebox.host.app.benchmarks.Report.goalAtMost;
import static dev.glovebox.host.app.benchmarks.Report.load;
import static dev.glovebox.host.app.benchmarks.Report.say;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.glovebox.host.app.Surroundings;
import dev.glovebox.host.app.host.OpenedJail;
import dev.glovebox.jail.HeldFolder;
import dev.glovebox.jail.Profile;
import dev.glovebox.jail.Session;
import dev.glovebox.jail.SetFrame;
import dev.glovebox.jail.Tier;
import dev.glovebox.jail.WorkerKind;
import dev.glovebox.jail.WorkerLimits;
import dev.glovebox.session.Starts;
import dev.glovebox.session.WarmWorkers;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * From the moment a run asks for a worker that waits to the answer to its first bar, beside the
 * start of CPython under bubblewrap to the same point. They alternate. Prints figures; asserts only
 * that everything did what it should. See docs/benchmarks.md.
 */
final class PoolBenchmark {
  private static final int ROUNDS = Integer.getInteger("glovebox.benchmarks.pool.rounds", 3);
  private static final double RATIO_MAX = 1.5;
  private static final double MILLIS_SHOWN_MIN = 0.1;

  /** A worker that has just come to wait still compiles; a host's have waited for long. */
  private static final Duration SETTLE = Duration.ofMillis(1500);

  /** Where a hand-over's time goes: wall by step, processor time of all rounds by thread. */
  private record Parts(Figures open, Figures construct, Figures bar, Map<String, Long> threads) {
    static Parts none() {
      return new Parts(new Figures(), new Figures(), new Figures(), new TreeMap<>());
    }
  }

  @Test
  void handOverBesideAStartOfCPython() throws Exception {
    Surroundings surroundings = Surroundings.ofThisProcess();
    try (HeldFolder work = HeldFolder.make(surroundings.temporary(), HeldFolder.Kind.IMAGES);
        OpenedJail jail = OpenedJail.open(surroundings, List.of())) {
      assumeTrue(jail.jail().tier() == Tier.BWRAP, "missing capability tier-bwrap");
      assumeTrue(Files.isExecutable(BoxedPython.PYTHON), "missing capability python3");
      Path script = BoxedPython.script("first_bar.py", work.path());
      load();
      for (Profile profile : Profile.values()) {
        measure(WorkerKind.python(profile), jail, work.path(), script);
      }
      load();
    }
  }

  private static void measure(WorkerKind kind, OpenedJail jail, Path sockets, Path script)
      throws Exception {
    Figures handed = new Figures();
    Figures boxed = new Figures();
    Parts parts = Parts.none();
    try (WarmWorkers pool =
        new WarmWorkers(
            JailedGuest.cold(jail.jail(), jail.images().workers(), sockets),
            List.of(new WarmWorkers.Stock(kind, WorkerLimits.DEFAULT, 1)),
            new Starts(1))) {
      JailedGuest guest = new JailedGuest(pool, kind);
      for (int round = -1; round < ROUNDS; round++) {
        while (pool.waiting(kind) == 0) {
          Thread.sleep(20);
        }
        Thread.sleep(SETTLE);
        Figures.Sample python = boxed(script);
        Figures.Sample worker = handedOver(guest, parts);
        if (round >= 0) { // The first round warms this process and what the machine keeps.
          boxed.add(python);
          handed.add(worker);
        } else {
          parts = Parts.none();
        }
      }
      assertThat(pool.handedOver(kind)).isEqualTo(ROUNDS + 1L);
    }
    say("to the first on_bar, medians of %d:", ROUNDS);
    say("  a worker of kind %s that waited: %s", kind.text(), handed);
    say("  bubblewrap and CPython, started: %s", boxed);
    goalAtMost("  hand-over against that start", handed, boxed, RATIO_MAX);
    say(
        "  of the hand-over's wall: opened %.1f ms, constructed %.1f ms, first bar %.1f ms",
        parts.open().wall() * 1e3, parts.construct().wall() * 1e3, parts.bar().wall() * 1e3);
    for (Map.Entry<String, Long> thread : parts.threads().entrySet()) {
      double millis = thread.getValue() / 1e6 / ROUNDS;
      if (millis >= MILLIS_SHOWN_MIN) {
        say("    CPU of %s, mean: %.1f ms", thread.getKey(), millis);
      }
    }
  }

  private static Figures.Sample handedOver(JailedGuest guest, Parts parts) {
    List<Long> waiting = ProcessHandle.current().descendants().map(ProcessHandle::pid).toList();
    ThreadTimes before = ThreadTimes.of(waiting);
    List<SetFrame> bar = JailedGuest.sets(0, 1);
    long own = ownNanos();
    long start = System.nanoTime();
    try (Session session = guest.waiting()) {
      long opened = System.nanoTime();
      JailedGuest.construct(session);
      long constructed = System.nanoTime();
      JailedGuest.processed(session.next(bar));
      long end = System.nanoTime();
      long spent = ownNanos() - own;
      ThreadTimes after = ThreadTimes.of(waiting);
      parts.open().add(Figures.Sample.of(opened - start, Duration.ZERO));
      parts.construct().add(Figures.Sample.of(constructed - opened, Duration.ZERO));
      parts.bar().add(Figures.Sample.of(end - constructed, Duration.ZERO));
      after.byName(before).forEach((name, nanos) -> parts.threads().merge(name, nanos, Long::sum));
      parts.threads().merge("the host's thread", spent, Long::sum);
      return Figures.Sample.of(end - start, after.since(before).plusNanos(spent));
    }
  }

  private static Figures.Sample boxed(Path script) throws IOException {
    long own = ownNanos();
    long start = System.nanoTime();
    try (BoxedPython python = BoxedPython.start(script)) {
      assertThat(python.out().read()).isEqualTo('b');
      long wall = System.nanoTime() - start;
      long spent = ownNanos() - own;
      Duration theirs = ThreadTimes.of(python.pids()).since(ThreadTimes.of(List.of()));
      return Figures.Sample.of(wall, theirs.plusNanos(spent));
    }
  }

  /** What the calling thread has spent: asking for a worker, starting a process. */
  private static long ownNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
