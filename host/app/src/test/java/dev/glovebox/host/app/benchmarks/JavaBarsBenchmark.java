package dev.glovebox.host.app.benchmarks;

import static dev.glovebox.host.app.benchmarks.Report.load;
import static dev.glovebox.host.app.benchmarks.Report.say;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.glovebox.host.app.Surroundings;
import dev.glovebox.host.app.host.OpenedJail;
import dev.glovebox.jail.HeldFolder;
import dev.glovebox.jail.Language;
import dev.glovebox.jail.Profile;
import dev.glovebox.jail.Session;
import dev.glovebox.jail.SetFrame;
import dev.glovebox.jail.Tier;
import dev.glovebox.jail.WorkerKind;
import dev.glovebox.jail.WorkerLimits;
import dev.glovebox.session.HelperLimits;
import dev.glovebox.session.Nonces;
import dev.glovebox.session.Preparations;
import dev.glovebox.session.PreparedForm;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * A moving average cross in Java through the jail, in both profiles, beside the same strategy in
 * Python of profile bulk and beside a plain loop in Java: the same bars in the same blocks, in
 * turns. Prints figures; asserts that all counted the same. See docs/benchmarks.md.
 */
final class JavaBarsBenchmark {
  private static final int BARS = Integer.getInteger("glovebox.benchmarks.bulk.bars", 40_000);
  private static final int WARM_BARS = Integer.getInteger("glovebox.benchmarks.bulk.warm", 20_000);
  private static final int BLOCK = WorkerLimits.BLOCK_SETS_MAX;
  private static final int BLOCKS_IN_TURN = 16;
  private static final double CENTS = 100;

  private static final String JAVA =
      """
      import dev.glovebox.strategy.*;
      public final class Crosses extends Strategy {
        private final Counted counted = new Counted();
        @Override
        public void onBar(Context ctx, Bar bar) {
          counted.see(bar.close());
        }
        @Override
        public void onStop(Context ctx) {
          ctx.log(Integer.toString(counted.crosses));
        }
        private static final class Counted {
          private final double[] closes = new double[30];
          private int bars;
          private double fast;
          private double slow;
          private boolean above;
          private int crosses;
          void see(double close) {
            int at = bars % 30;
            slow = slow + close - closes[at];
            fast = fast + close - closes[(at + 20) % 30];
            closes[at] = close;
            bars = bars + 1;
            boolean now = fast * 3 > slow;
            if (now != above) {
              crosses = crosses + 1;
            }
            above = now;
          }
        }
      }
      """;

  /** The same without any box: what the processor can do. */
  private static final class Plain {
    private final double[] closes = new double[30];
    private int bars;
    private double fast;
    private double slow;
    private boolean above;
    private int crosses;

    void see(double close) {
      int at = bars % closes.length;
      slow = slow + close - closes[at];
      fast = fast + close - closes[(at + 20) % closes.length];
      closes[at] = close;
      bars++;
      boolean now = fast * 3 > slow;
      if (now != above) {
        crosses++;
      }
      above = now;
    }
  }

  /** A jailed worker, with what it and the host's thread have spent on its bars. */
  private static final class Guest {
    private final String name;
    private final Session session;
    private final List<Long> pids;
    private long wallNanos;
    private long hostNanos;
    private ThreadTimes before;

    Guest(String name, Session session, List<Long> pids) {
      this.name = name;
      this.session = session;
      this.pids = pids;
      this.before = ThreadTimes.of(pids);
    }

    void run(List<List<SetFrame>> blocks) {
      long own = ownNanos();
      long start = System.nanoTime();
      for (List<SetFrame> block : blocks) {
        JailedGuest.processed(session.next(block));
      }
      wallNanos += System.nanoTime() - start;
      hostNanos += ownNanos() - own;
    }

    void forget() {
      wallNanos = 0;
      hostNanos = 0;
      before = ThreadTimes.of(pids);
    }

    double perSecond() {
      return BARS / seconds(wallNanos);
    }

    double perProcessorSecond() {
      return BARS / seconds(ThreadTimes.of(pids).since(before).toNanos() + hostNanos);
    }
  }

  @Test
  void besideAPlainLoopAndPython() throws Exception {
    Surroundings surroundings = Surroundings.ofThisProcess();
    try (HeldFolder work = HeldFolder.make(surroundings.temporary(), HeldFolder.Kind.IMAGES);
        OpenedJail jail = OpenedJail.open(surroundings, List.of())) {
      assumeTrue(jail.jail().tier() == Tier.BWRAP, "missing capability tier-bwrap");
      load();
      PreparedForm form = prepared(jail);
      List<Guest> guests = new ArrayList<>();
      for (Profile profile : Profile.values()) {
        guests.add(opened(jail, work.path(), new WorkerKind(Language.JAVA, profile), form));
      }
      guests.add(opened(jail, work.path(), WorkerKind.python(Profile.BULK), form));
      measure(guests);
      load();
    }
  }

  private static PreparedForm prepared(OpenedJail jail) {
    Preparations preparations =
        new Preparations(
            jail.jail(),
            jail.images().prepare(Language.JAVA).image(),
            HelperLimits.SOURCE,
            () -> new byte[Nonces.NONCE_BYTES]);
    return (PreparedForm)
        preparations.prepare(Language.JAVA.text(), JAVA.getBytes(StandardCharsets.UTF_8));
  }

  private static Guest opened(OpenedJail jail, Path work, WorkerKind kind, PreparedForm form) {
    TreeSet<Long> earlier = new TreeSet<>(descendants());
    JailedGuest guest =
        new JailedGuest(
            JailedGuest.cold(jail.jail(), Map.of(kind, jail.images().worker(kind).image()), work),
            kind);
    Session session =
        kind.language() == Language.JAVA
            ? guest.started(form)
            : guest.started(BulkBenchmark.CROSSES);
    List<Long> own = descendants().stream().filter(pid -> !earlier.contains(pid)).toList();
    return new Guest(kind.text(), session, own);
  }

  private static List<Long> descendants() {
    return ProcessHandle.current().descendants().map(ProcessHandle::pid).toList();
  }

  private static void measure(List<Guest> guests) {
    Plain plain = new Plain();
    long[] spent = new long[2]; // wall and processor time of the plain loop
    sets(0, 0).forEach(block -> see(plain, block));
    run(guests, plain, spent, 1, WARM_BARS);
    guests.forEach(Guest::forget);
    Arrays.fill(spent, 0);
    run(guests, plain, spent, WARM_BARS + 1, WARM_BARS + BARS);
    double loop = BARS / seconds(spent[0]);
    double loopCpu = BARS / seconds(spent[1]);
    say("%d bars in blocks of %d after %d:", BARS, BLOCK, WARM_BARS);
    say("  plain loop: %.0f bars/s, %.0f bars per CPU-second", loop, loopCpu);
    Guest python = guests.getLast();
    for (Guest guest : guests) {
      say(
          "  %s: %.0f bars/s, %.0f bars per CPU-second with the host's thread;"
              + " plain loop %.1f x and %.1f x of it; %.2f x and %.2f x of %s",
          guest.name,
          guest.perSecond(),
          guest.perProcessorSecond(),
          loop / guest.perSecond(),
          loopCpu / guest.perProcessorSecond(),
          guest.perSecond() / python.perSecond(),
          guest.perProcessorSecond() / python.perProcessorSecond(),
          python.name);
    }
    for (Guest guest : guests) {
      assertThat(guest.session.stop()).isNotInstanceOf(Session.Ended.class);
      assertThat(guest.session.drainLog()).containsExactly(Integer.toString(plain.crosses));
      guest.session.close();
    }
  }

  private static void run(List<Guest> guests, Plain plain, long[] spent, int first, int last) {
    for (int next = first; next <= last; next += BLOCKS_IN_TURN * BLOCK) {
      List<List<SetFrame>> blocks = sets(next, Math.min(last, next + BLOCKS_IN_TURN * BLOCK - 1));
      guests.forEach(guest -> guest.run(blocks));
      long own = ownNanos();
      long start = System.nanoTime();
      blocks.forEach(block -> see(plain, block));
      spent[0] += System.nanoTime() - start;
      spent[1] += ownNanos() - own;
    }
  }

  private static void see(Plain plain, List<SetFrame> block) {
    for (SetFrame set : block) {
      plain.see(set.bars().getFirst().close() / CENTS);
    }
  }

  private static List<List<SetFrame>> sets(int first, int last) {
    List<List<SetFrame>> blocks = new ArrayList<>();
    for (int at = first; at <= last; at += BLOCK) {
      blocks.add(JailedGuest.sets(at, Math.min(BLOCK, last + 1 - at)));
    }
    return blocks;
  }

  private static double seconds(long nanos) {
    return nanos / 1e9;
  }

  private static long ownNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
