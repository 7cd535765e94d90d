package dev.glovebox.host.app.benchmarks;

import static dev.glovebox.host.app.benchmarks.Report.goalAtMost;
import static dev.glovebox.host.app.benchmarks.Report.load;
import static dev.glovebox.host.app.benchmarks.Report.say;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.glovebox.host.app.Surroundings;
import dev.glovebox.host.app.host.Images;
import dev.glovebox.image.ImageMaker;
import dev.glovebox.image.ImagePlan;
import dev.glovebox.image.ImageStore;
import dev.glovebox.jail.HeldFolder;
import dev.glovebox.jail.Jail;
import dev.glovebox.jail.ProcessImage;
import dev.glovebox.jail.ProcessJail;
import dev.glovebox.jail.ProcessLimits;
import dev.glovebox.jail.Session;
import dev.glovebox.jail.Tier;
import dev.glovebox.jail.WorkerEnd;
import dev.glovebox.jail.tier.Machine;
import dev.glovebox.jail.tier.Tiers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/**
 * What the jail costs and how fast it kills, all in one run: each measured thing alternates with
 * what it is compared with. Prints figures; asserts only that everything did what it should. See
 * docs/benchmarks.md.
 */
final class JailBenchmark {
  private static final int PAIRS = Integer.getInteger("glovebox.benchmarks.jail.pairs", 3);
  private static final int KILLS = Integer.getInteger("glovebox.benchmarks.jail.kills", 3);
  private static final int BARS = Integer.getInteger("glovebox.benchmarks.jail.bars", 5_000);
  private static final int BLOCK = 256;
  private static final double START_RATIO_MAX = 1.25;
  private static final double JAIL_RATIO_MAX = 1.10;
  private static final ProcessLimits LIMITS = new ProcessLimits(256, 64);

  private final Surroundings surroundings = Surroundings.ofThisProcess();
  private final Images images = new Images(surroundings);

  /** The same worker with a jail and without, and the engine alone in a plain process. */
  private record Parts(Jail jail, JailedGuest jailed, JailedGuest plain, BareGuest bare) {}

  @Test
  void figuresOfOneRun() throws Exception {
    images.unpackEngine();
    ProcessImage unjailed = plainImage();
    try (HeldFolder work = HeldFolder.make(surroundings.temporary(), HeldFolder.Kind.IMAGES);
        Jail jail = jail(work.path());
        Jail none = new ProcessJail(images.java(), folder(work, "p"))) {
      assumeTrue(jail.tier() == Tier.BWRAP, "missing capability tier-bwrap");
      Parts parts =
          new Parts(
              jail,
              new JailedGuest(jail, images.of(Tier.BWRAP).worker().image(), folder(work, "j")),
              new JailedGuest(none, unjailed, folder(work, "n")),
              BareGuest.of(images.java(), unjailed, LIMITS, folder(work, "b")));
      load();
      starts(parts);
      throughput(parts);
      kills(parts);
      load();
    }
  }

  private static Path folder(HeldFolder work, String name) throws java.io.IOException {
    return Files.createDirectory(work.path().resolve(name));
  }

  /** The worker's image for plain processes, with its cache, which is made if it is not there. */
  private ProcessImage plainImage() {
    ImageStore store =
        new ImageStore(surroundings.cache().resolve("images"), surroundings.javaHome());
    ImageStore.Found found = images.worker();
    if (found.missing().isPresent()) {
      List<ImageMaker.Result> made =
          new ImageMaker(store)
              .make(List.of(new ImagePlan(ImagePlan.Rehearsal.RUN, found.image())));
      assertThat(made).allMatch(result -> result.failure().isEmpty());
      found = images.worker();
    }
    assertThat(found.missing()).isEmpty();
    return found.image();
  }

  private Jail jail(Path work) throws Exception {
    Path scratch = Files.createDirectory(work.resolve("scratch"));
    Images jailed = images.of(Tier.BWRAP);
    Jail strongest =
        Tiers.open(
                new Machine(
                    images.java(),
                    images.runtime().isPresent(),
                    scratch,
                    surroundings.programs(),
                    surroundings.osName(),
                    surroundings.osArch(),
                    Optional.empty(),
                    jailed.worker().image().classPath(),
                    (int) ProcessHandle.current().pid(),
                    images.launcher(),
                    surroundings.ociRuntime()),
                Tier.PROCESS,
                Tier.BWRAP)
            .jail();
    // As the host does it, with its look at the image before each start.
    return jailed.sealing(strongest, true);
  }

  private static void starts(Parts parts) throws Exception {
    Figures jailed = new Figures();
    Figures plain = new Figures();
    Figures bare = new Figures();
    for (int round = -1; round < PAIRS; round++) {
      Figures.Sample[] samples = {
        start(parts.jailed()), start(parts.plain()), bareStart(parts.bare())
      };
      if (round >= 0) { // The first round warms what the machine keeps in memory.
        jailed.add(samples[0]);
        plain.add(samples[1]);
        bare.add(samples[2]);
      }
    }
    say("spawn to the first on_bar, profile gate, medians of %d:", PAIRS);
    say("  jailed %s", jailed);
    say("  the same worker without a jail %s", plain);
    say("  the guest engine alone, same runtime, flags, cache %s", bare);
    goalAtMost("  jailed against unjailed", jailed, plain, JAIL_RATIO_MAX);
    goalAtMost("  jailed against the engine alone", jailed, bare, START_RATIO_MAX);
    goalAtMost("  unjailed against the engine alone", plain, bare, START_RATIO_MAX);
  }

  private static Figures.Sample start(JailedGuest guest) {
    long start = System.nanoTime();
    try (Session _ = guest.started()) {
      return Figures.Sample.of(System.nanoTime() - start, childrensCpu());
    }
  }

  private static Figures.Sample bareStart(BareGuest guest) throws Exception {
    long start = System.nanoTime();
    Process process = guest.started();
    Figures.Sample sample = Figures.Sample.of(System.nanoTime() - start, childrensCpu());
    process.destroyForcibly().waitFor();
    return sample;
  }

  private static void throughput(Parts parts) {
    for (int block : new int[] {1, BLOCK}) {
      Figures jailed = new Figures();
      Figures plain = new Figures();
      for (int round = 0; round < PAIRS; round++) {
        jailed.add(drive(parts.jailed(), block));
        plain.add(drive(parts.plain(), block));
      }
      say("%d bars in blocks of %d, profile gate, medians of %d:", BARS, block, PAIRS);
      say("  jailed %s, %.0f bars/s", jailed, BARS / jailed.wall());
      say("  without a jail %s, %.0f bars/s", plain, BARS / plain.wall());
      goalAtMost("  jailed against unjailed", jailed, plain, JAIL_RATIO_MAX);
    }
  }

  private static Figures.Sample drive(JailedGuest guest, int block) {
    try (Session session = guest.started()) {
      Duration before = childrensCpu();
      long nanos = JailedGuest.drive(session, BARS, block);
      return Figures.Sample.of(nanos, childrensCpu().minus(before));
    }
  }

  private static void kills(Parts parts) throws Exception {
    List<Long> deadlines = new ArrayList<>();
    List<Long> plain = new ArrayList<>();
    for (int round = 0; round < KILLS; round++) {
      deadlines.add(deadlineKill(parts.jailed()));
      plain.add(plainKill(parts.bare()));
    }
    say("%d kills each, spinning guests:", KILLS);
    say("  from the deadline to no process of the worker: %s", quantiles(deadlines));
    say("  from SIGKILL to the end of a like plain process: %s", quantiles(plain));
  }

  private static long deadlineKill(JailedGuest guest) {
    try (Session session = guest.doomed()) {
      List<Long> family = pids();
      long deadline = System.nanoTime() + JailedGuest.DEADLINE.toNanos();
      Session.Answered answer = session.next(JailedGuest.sets(1, 1));
      long dead = awaitGone(family);
      assertThat(answer)
          .isInstanceOfSatisfying(
              Session.Ended.class,
              ended -> assertThat(ended.reason()).isEqualTo(WorkerEnd.WALL_DEADLINE));
      return dead - deadline;
    }
  }

  private static long plainKill(BareGuest guest) throws Exception {
    Process process = guest.spinning();
    List<Long> family = pids();
    long killed = System.nanoTime();
    process.destroyForcibly();
    long dead = awaitGone(family);
    process.waitFor();
    return dead - killed;
  }

  private static List<Long> pids() {
    return ProcessHandle.current().descendants().map(ProcessHandle::pid).toList();
  }

  /** Looks every 20 us; one that has ended and was not asked for yet is gone. */
  private static long awaitGone(List<Long> family) {
    for (long pid : family) {
      while (lives(pid)) {
        LockSupport.parkNanos(20_000);
      }
    }
    return System.nanoTime();
  }

  private static boolean lives(long pid) {
    try {
      String state = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
      return !state.startsWith("Z", state.lastIndexOf(')') + 2);
    } catch (java.io.IOException e) {
      return false;
    }
  }

  private static Duration childrensCpu() {
    return ProcessHandle.current()
        .descendants()
        .flatMap(process -> process.info().totalCpuDuration().stream())
        .reduce(Duration.ZERO, Duration::plus);
  }

  private static String quantiles(List<Long> nanos) {
    long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
    return String.format(
        Locale.ROOT,
        "p50 %.2f ms, p99 %.2f ms, worst %.2f ms",
        sorted[sorted.length / 2] / 1e6,
        sorted[Math.min(sorted.length - 1, sorted.length * 99 / 100)] / 1e6,
        Arrays.stream(sorted).max().orElseThrow() / 1e6);
  }
}
