package dev.glovebox.host.app.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glovebox.host.app.Surroundings;
import dev.glovebox.host.app.host.OpenedJail;
import dev.glovebox.jail.Tier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every attack of the corpus in the real jail with analysis off: none may get in, and each must end
 * as its header says. What each file tries is in docs/attacks.md.
 *
 * <p>{@code glovebox.attacks=controls} tries every attack without any protection, where it must get
 * in, and not some of them only; {@code full} gives every attack a single-use worker as well.
 */
@Timeout(value = 30, unit = TimeUnit.MINUTES)
final class AttackCorpusTest {
  /** Empty, {@code controls} or {@code full}. */
  private static final String HOW_MANY = System.getProperty("glovebox.attacks", "");

  private static final int SINGLE_STEP = 70;
  private static final int CONTROL_STEP = 40;
  private static final Path TESTS = Path.of("sandbox/worker/target/glovebox-worker-tests.jar");
  private static final int ATTACKS_MIN = 120;

  /** Two processes that a strategy must not be able to tell apart. */
  private static final int HEAP_MEBIBYTES = 256;

  private static final int OTHER_HEAP_MEBIBYTES = 400;

  /** An attack that no statement budget ends is in a worker of its own: this is for accidents. */
  private static final Duration ACCIDENT = Duration.ofMinutes(2);

  /** Where the deadline is what must end it. */
  private static final Duration SHORT = Duration.ofSeconds(1);

  @TempDir private static Path sockets;

  private static final Surroundings SURROUNDINGS = Surroundings.ofThisProcess();
  private static OpenedJail jail;
  private static Path tests;

  @BeforeAll
  static void opens() throws Exception {
    tests = SURROUNDINGS.home().resolve(TESTS);
    Assumptions.assumeTrue(
        Files.isRegularFile(tests), "missing capability: test classes of the worker; run verify");
    jail = OpenedJail.open(SURROUNDINGS, List.of(tests));
    jail.images().unpackEngine();
  }

  @AfterAll
  static void closes() throws IOException {
    if (jail != null) {
      jail.close();
    }
  }

  @Test
  void noneGetsInWithAnalysisOff() throws Exception {
    List<Attack> shared = Attack.corpus().stream().filter(attack -> !attack.own()).toList();
    List<Attack> own = Attack.corpus().stream().filter(Attack::own).toList();
    assertThat(shared.size() + own.size()).isGreaterThanOrEqualTo(ATTACKS_MIN);
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      List<String> complaints = new ArrayList<>(together(threads, shared));
      complaints.addAll(complaints(alone(threads, own)));
      assertThat(complaints).as("tier " + jail.jail().tier().text()).isEmpty();
    }
  }

  /** Half of the attacks in each of two processes, and the twins in both. */
  private static List<String> together(ExecutorService threads, List<Attack> shared)
      throws Exception {
    int half = shared.size() / 2;
    List<Attack> twins = shared.stream().filter(Attack::twin).toList();
    List<Attack> first = union(shared.subList(0, half), twins);
    List<Attack> second = union(shared.subList(half, shared.size()), twins);
    try (ManyAttacks one = new ManyAttacks(jail, tests, HEAP_MEBIBYTES, ACCIDENT);
        ManyAttacks other = new ManyAttacks(jail, tests, OTHER_HEAP_MEBIBYTES, ACCIDENT)) {
      Future<List<Ran>> left = threads.submit(() -> all(one, first));
      Future<List<Ran>> right = threads.submit(() -> all(other, second));
      List<String> complaints = new ArrayList<>(complaints(left.get()));
      complaints.addAll(complaints(right.get()));
      complaints.addAll(differences(left.get(), right.get(), twins));
      return complaints;
    }
  }

  @Test
  void noneGetsInFromASingleUseWorker() throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      List<Attack> all = HOW_MANY.equals("full") ? Attack.corpus() : everySoMany(SINGLE_STEP);
      List<Ran> once = alone(threads, all);
      assertThat(complaints(once)).isEmpty();
      List<Attack> twins = all.stream().filter(Attack::twin).toList();
      assertThat(differences(once, alone(threads, twins), twins)).isEmpty();
    }
  }

  @Test
  void eachGetsInWithoutProtection() throws Exception {
    List<String> complaints = new ArrayList<>();
    Path engine = Controls.copyOfEngine(jail.images(), sockets.resolve("engine"));
    try (Controls controls = new Controls(SURROUNDINGS, jail.images(), tests, engine);
        Controls others = new Controls(SURROUNDINGS, jail.images(), tests, engine)) {
      for (Attack attack : HOW_MANY.isEmpty() ? everySoMany(CONTROL_STEP) : Attack.corpus()) {
        switch (attack.control()) {
          case "got-in" -> {
            Ending ending = controls.run(attack);
            boolean in =
                attack.twin()
                    ? !Attack.seen(ending).equals(Attack.seen(others.run(attack)))
                    : ending.lines().stream().anyMatch(line -> line.startsWith(Attack.GOT_IN));
            if (!in) {
              complaints.add(attack + " did not get in: " + ending);
            }
          }
          case "runs-on" -> {
            if (!controls.runsOn(attack)) {
              complaints.add(attack + " came to an end");
            }
          }
          default ->
              assertThat(attack.control()).matches("text|none: .{20,}").as(attack.toString());
        }
      }
    }
    assertThat(complaints).isEmpty();
  }

  private static List<Attack> everySoMany(int step) {
    List<Attack> all = Attack.corpus();
    return IntStream.range(0, all.size()).filter(i -> i % step == 0).mapToObj(all::get).toList();
  }

  private record Ran(Attack attack, Ending ending) {}

  private static List<Attack> union(List<Attack> some, List<Attack> more) {
    List<Attack> all = new ArrayList<>(some);
    more.stream().filter(attack -> !some.contains(attack)).forEach(all::add);
    return all;
  }

  private static List<Ran> all(ManyAttacks process, List<Attack> attacks) throws IOException {
    List<Ran> ran = new ArrayList<>();
    for (Attack attack : attacks) {
      ran.add(new Ran(attack, process.run(attack)));
    }
    return ran;
  }

  private static List<Ran> alone(ExecutorService threads, List<Attack> attacks) throws Exception {
    OneWorker worker = new OneWorker(jail, sockets);
    List<Future<Ran>> runs = new ArrayList<>();
    for (Attack attack : attacks) {
      Duration wall = attack.outcomes().contains("WALL_DEADLINE") ? SHORT : ACCIDENT;
      runs.add(threads.submit(() -> new Ran(attack, worker.run(attack, wall))));
    }
    List<Ran> ran = new ArrayList<>();
    for (Future<Ran> run : runs) {
      ran.add(run.get());
    }
    return ran;
  }

  private static List<String> complaints(List<Ran> ran) {
    List<String> complaints = new ArrayList<>();
    for (Ran run : ran) {
      boolean known =
          jail.jail().tier() == Tier.PROCESS && run.attack.header().containsKey("process");
      if (!known) {
        run.attack.complaint(run.ending).ifPresent(complaints::add);
      }
      if (run.ending.actsEncoded()) {
        complaints.add(run.attack + " acts on who reads it");
      }
      if (run.attack.control().equals("text") && !run.ending.actsRaw()) {
        complaints.add(run.attack + " has nothing that acts");
      }
    }
    return complaints;
  }

  /** What the same attack saw elsewhere in another process. */
  private static List<String> differences(List<Ran> left, List<Ran> right, List<Attack> twins) {
    List<String> differences = new ArrayList<>();
    for (Attack attack : twins) {
      List<String> here = seen(left, attack);
      List<String> there = seen(right, attack);
      if (!here.equals(there)) {
        differences.add(attack + " told two processes apart: " + here + " and " + there);
      }
    }
    return differences;
  }

  private static List<String> seen(List<Ran> ran, Attack attack) {
    return ran.stream()
        .filter(run -> run.attack.equals(attack))
        .findFirst()
        .map(run -> Attack.seen(run.ending))
        .orElseThrow();
  }
}
