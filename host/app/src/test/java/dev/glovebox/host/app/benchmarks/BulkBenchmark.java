package dev.glovebox.host.app.benchmarks;

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
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * A jailed worker of profile bulk beside CPython under bubblewrap, both given the same bars in the
 * same blocks for the same strategy, in turns, once both are warm. Prints figures and where the
 * processor time went; asserts that both counted the same. See docs/benchmarks.md.
 */
final class BulkBenchmark {
  private static final int BARS = Integer.getInteger("glovebox.benchmarks.bulk.bars", 40_000);
  private static final int WARM_BARS = Integer.getInteger("glovebox.benchmarks.bulk.warm", 20_000);
  private static final int BLOCK = WorkerLimits.BLOCK_SETS_MAX;
  private static final int BLOCKS_IN_TURN = 16;
  private static final double RATIO_MIN = 1;
  private static final int BAR_BYTES = 10 * Long.BYTES;

  private static final String CROSSES =
      """
      from glovebox import Strategy
      class Crosses(Strategy):
          def __init__(self):
              self.closes = [0.0] * 30
              self.bars = 0
              self.fast = 0.0
              self.slow = 0.0
              self.above = False
              self.crosses = 0
          def on_bar(self, ctx, bar):
              close = bar.close
              at = self.bars % 30
              self.slow = self.slow + close - self.closes[at]
              self.fast = self.fast + close - self.closes[(at + 20) % 30]
              self.closes[at] = close
              self.bars = self.bars + 1
              above = self.fast * 3 > self.slow
              if above != self.above:
                  self.crosses = self.crosses + 1
              self.above = above
          def on_stop(self, ctx):
              ctx.log(str(self.crosses))
      """;

  /** Both guests, with what they and the host's thread between them have spent. */
  private static final class Race {
    private final Session session;
    private final BoxedPython python;
    private long guestNanos;
    private long guestHostNanos;
    private long pythonNanos;
    private long pythonHostNanos;
    private int crosses;

    Race(Session session, BoxedPython python) {
      this.session = session;
      this.python = python;
    }

    /** Passes bars {@code first} to {@code last} through both, in turns. */
    void run(int first, int last) throws IOException {
      for (int next = first; next <= last; next += BLOCKS_IN_TURN * BLOCK) {
        List<List<SetFrame>> blocks = new ArrayList<>();
        int end = Math.min(last, next + BLOCKS_IN_TURN * BLOCK - 1);
        for (int at = next; at <= end; at += BLOCK) {
          blocks.add(JailedGuest.sets(at, Math.min(BLOCK, end + 1 - at)));
        }
        guest(blocks);
        python(blocks);
      }
    }

    private void guest(List<List<SetFrame>> blocks) {
      long own = ownNanos();
      long start = System.nanoTime();
      for (List<SetFrame> block : blocks) {
        JailedGuest.processed(session.next(block));
      }
      guestNanos += System.nanoTime() - start;
      guestHostNanos += ownNanos() - own;
    }

    private void python(List<List<SetFrame>> blocks) throws IOException {
      long own = ownNanos();
      long start = System.nanoTime();
      for (List<SetFrame> block : blocks) {
        python.in().write(bytes(block));
        python.in().flush();
        assertThat(python.out().readInt()).isEqualTo(block.size());
        crosses = python.out().readInt();
      }
      pythonNanos += System.nanoTime() - start;
      pythonHostNanos += ownNanos() - own;
    }

    private static byte[] bytes(List<SetFrame> block) {
      ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES + block.size() * BAR_BYTES);
      bytes.putInt(block.size());
      for (SetFrame set : block) {
        SetFrame.BarValues bar = set.bars().getFirst();
        bytes.putLong(set.barIndex()).putLong(bar.openTimeMicros()).putLong(bar.closeTimeMicros());
        bytes.putLong(bar.open()).putLong(bar.high()).putLong(bar.low()).putLong(bar.close());
        bytes.putLong(bar.volume()).putLong(bar.priceScale()).putLong(bar.volumeScale());
      }
      return bytes.array();
    }

    void forget() {
      guestNanos = 0;
      guestHostNanos = 0;
      pythonNanos = 0;
      pythonHostNanos = 0;
    }
  }

  @Test
  void bulkInBlocksBesideCPython() throws Exception {
    Surroundings surroundings = Surroundings.ofThisProcess();
    try (HeldFolder work = HeldFolder.make(surroundings.temporary(), HeldFolder.Kind.IMAGES);
        OpenedJail jail = OpenedJail.open(surroundings, List.of())) {
      assumeTrue(jail.jail().tier() == Tier.BWRAP, "missing capability tier-bwrap");
      assumeTrue(Files.isExecutable(BoxedPython.PYTHON), "missing capability python3");
      JailedGuest guest =
          new JailedGuest(
              JailedGuest.cold(jail.jail(), jail.images().workers(), work.path()),
              WorkerKind.python(Profile.BULK));
      load();
      try (Session session = guest.started(CROSSES)) {
        List<Long> worker = ProcessHandle.current().descendants().map(ProcessHandle::pid).toList();
        try (BoxedPython python =
            BoxedPython.start(BoxedPython.script("block_loop.py", work.path()))) {
          teach(python);
          measure(new Race(session, python), worker);
        }
      }
      load();
    }
  }

  /** The strategy, and the bar that the worker has seen. */
  private static void teach(BoxedPython python) throws IOException {
    DataOutputStream in = python.in();
    byte[] source = CROSSES.getBytes(StandardCharsets.UTF_8);
    in.writeInt(source.length);
    in.write(source);
    in.write(Race.bytes(JailedGuest.sets(0, 1)));
    in.flush();
    assertThat(python.out().readInt()).isEqualTo(1);
    assertThat(python.out().readInt()).isNotNegative();
  }

  private static void measure(Race race, List<Long> worker) throws IOException {
    race.run(1, WARM_BARS);
    report("warm-up", WARM_BARS, race);
    race.forget();
    List<Long> boxed = race.python.pids();
    ThreadTimes workerBefore = ThreadTimes.of(worker);
    ThreadTimes boxedBefore = ThreadTimes.of(boxed);
    race.run(WARM_BARS + 1, WARM_BARS + BARS);
    ThreadTimes workerAfter = ThreadTimes.of(worker);
    double guestCpu = seconds(workerAfter.since(workerBefore).toNanos() + race.guestHostNanos);
    double pythonCpu =
        seconds(ThreadTimes.of(boxed).since(boxedBefore).toNanos() + race.pythonHostNanos);
    report("once warm", BARS, race);
    say(
        "  bars per CPU-second, the host's thread included: jailed bulk %.0f, CPython %.0f",
        BARS / guestCpu, BARS / pythonCpu);
    goal("  bars per second", race.pythonNanos / (double) race.guestNanos);
    goal("  bars per CPU-second", pythonCpu / guestCpu);
    say("  where the worker's side spent %.2f s of CPU:", guestCpu);
    say("    the host's thread %.2f s", seconds(race.guestHostNanos));
    threads(workerAfter.byName(workerBefore)).forEach(line -> say("    %s", line));
    Session.Finished end = race.session.stop();
    assertThat(end).isNotInstanceOf(Session.Ended.class);
    assertThat(race.session.drainLog()).containsExactly(Integer.toString(race.crosses));
  }

  private static void report(String part, int bars, Race race) {
    say(
        "%s, %d bars in blocks of %d: jailed bulk %.0f bars/s, CPython under bubblewrap %.0f bars/s",
        part, bars, BLOCK, bars / seconds(race.guestNanos), bars / seconds(race.pythonNanos));
  }

  private static List<String> threads(Map<String, Long> byName) {
    return byName.entrySet().stream()
        .filter(entry -> entry.getValue() > 0)
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .map(entry ->
            String.format(Locale.ROOT, "%s %.2f s", entry.getKey(), seconds(entry.getValue())))
        .collect(Collectors.toList());
  }

  private static void goal(String what, double ratio) {
    say(
        "%s: %.2f x CPython's (goal >= %.0f x): %s",
        what, ratio, RATIO_MIN, ratio >= RATIO_MIN ? "PASS" : "FAIL");
  }

  private static double seconds(long nanos) {
    return nanos / 1e9;
  }

  private static long ownNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
