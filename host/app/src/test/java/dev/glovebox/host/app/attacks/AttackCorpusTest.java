package dev.glovebox.host.app.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glovebox.host.app.attacks.AttackBench.Ran;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every attack of the corpus in the real jail with analysis off: none may get in, and each must end
 * as its header says. What each file tries is in docs/attacks.md; those that need a worker of their
 * own are in {@link LoneAttacksTest}.
 */
@Timeout(value = 30, unit = TimeUnit.MINUTES)
final class AttackCorpusTest {
  private static final int ATTACKS_MIN = 120;

  /** Two processes that a strategy must not be able to tell apart. */
  private static final int HEAP_MEBIBYTES = 256;

  private static final int OTHER_HEAP_MEBIBYTES = 400;

  @TempDir private static Path sockets;

  @Test
  void noneGetsInWithAnalysisOff() throws Exception {
    List<Attack> shared = Attack.corpus().stream().filter(attack -> !attack.own()).toList();
    assertThat(Attack.corpus()).hasSizeGreaterThanOrEqualTo(ATTACKS_MIN);
    try (AttackBench bench = new AttackBench(sockets);
        ExecutorService threads = Executors.newFixedThreadPool(2)) {
      assertThat(together(bench, threads, shared))
          .as("tier " + bench.jail.jail().tier().text())
          .isEmpty();
    }
  }

  /** Half of the attacks in each of two processes, and the twins in both. */
  private static List<String> together(
      AttackBench bench, ExecutorService threads, List<Attack> shared) throws Exception {
    int half = shared.size() / 2;
    List<Attack> twins = shared.stream().filter(Attack::twin).toList();
    List<Attack> first = union(shared.subList(0, half), twins);
    List<Attack> second = union(shared.subList(half, shared.size()), twins);
    try (ManyAttacks one =
            new ManyAttacks(bench.jail, bench.tests, HEAP_MEBIBYTES, AttackBench.ACCIDENT);
        ManyAttacks other =
            new ManyAttacks(bench.jail, bench.tests, OTHER_HEAP_MEBIBYTES, AttackBench.ACCIDENT)) {
      Future<List<Ran>> left = threads.submit(() -> all(one, first));
      Future<List<Ran>> right = threads.submit(() -> all(other, second));
      List<String> complaints = new ArrayList<>(bench.complaints(left.get()));
      complaints.addAll(bench.complaints(right.get()));
      complaints.addAll(AttackBench.differences(left.get(), right.get(), twins));
      return complaints;
    }
  }

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
}
