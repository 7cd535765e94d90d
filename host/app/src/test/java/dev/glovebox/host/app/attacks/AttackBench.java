package dev.glovebox.host.app.attacks;

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
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;

/**
 * The real jail and what attacks come to in it.
 *
 * <p>{@code glovebox.attacks=controls} tries every attack without any protection, where it must get
 * in, and not some of them only; {@code full} gives every attack a single-use worker as well.
 */
final class AttackBench implements AutoCloseable {
  /** Empty, {@code controls} or {@code full}. */
  static final String HOW_MANY = System.getProperty("glovebox.attacks", "");

  static final Surroundings SURROUNDINGS = Surroundings.ofThisProcess();

  /** An attack that no statement budget ends is in a worker of its own: this is for accidents. */
  static final Duration ACCIDENT = Duration.ofMinutes(2);

  /** Where the deadline is what must end it. */
  private static final Duration SHORT = Duration.ofSeconds(1);

  private static final Path TESTS = Path.of("sandbox/worker/target/glovebox-worker-tests.jar");

  final OpenedJail jail;
  final Path tests;
  private final Path sockets;

  /** Opens the jail; skips the test where nothing is built yet. */
  AttackBench(Path sockets) throws Exception {
    this.sockets = sockets;
    this.tests = SURROUNDINGS.home().resolve(TESTS);
    Assumptions.assumeTrue(
        Files.isRegularFile(tests), "missing capability: test classes of the worker; run verify");
    this.jail = OpenedJail.open(SURROUNDINGS, List.of(tests));
    jail.images().unpackEngine();
  }

  /** An attack and how it ended. */
  record Ran(Attack attack, Ending ending) {}

  static List<Attack> everySoMany(int step) {
    List<Attack> all = Attack.corpus();
    return IntStream.range(0, all.size()).filter(i -> i % step == 0).mapToObj(all::get).toList();
  }

  /** Each attack in a single-use worker. */
  List<Ran> alone(ExecutorService threads, List<Attack> attacks) throws Exception {
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

  List<String> complaints(List<Ran> ran) {
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
  static List<String> differences(List<Ran> left, List<Ran> right, List<Attack> twins) {
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

  @Override
  public void close() throws IOException {
    jail.close();
  }
}
