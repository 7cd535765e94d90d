package dev.glovebox.host.app.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glovebox.host.app.attacks.AttackBench.Ran;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Attacks in real single-use workers, analysis off: all that attack the process itself or the host,
 * and some of the others, which all share two processes in {@link AttackCorpusTest}.
 */
@Timeout(value = 30, unit = TimeUnit.MINUTES)
final class LoneAttacksTest {
  private static final int SINGLE_STEP = 140;

  @TempDir private static Path sockets;
  private static AttackBench bench;

  @BeforeAll
  static void opens() throws Exception {
    bench = new AttackBench(sockets);
  }

  @AfterAll
  static void closes() throws IOException {
    if (bench != null) {
      bench.close();
    }
  }

  @Test
  void noneGetsInThatNeedsAWorkerOfItsOwn() throws Exception {
    List<Attack> own = Attack.corpus().stream().filter(Attack::own).toList();
    assertThat(own).isNotEmpty();
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      assertThat(bench.complaints(bench.alone(threads, own)))
          .as("tier " + bench.jail.jail().tier().text())
          .isEmpty();
    }
  }

  @Test
  void noneGetsInFromASingleUseWorker() throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      List<Attack> all =
          AttackBench.HOW_MANY.equals("full")
              ? Attack.corpus()
              : AttackBench.everySoMany(SINGLE_STEP);
      List<Ran> once = bench.alone(threads, all);
      assertThat(bench.complaints(once)).isEmpty();
      List<Attack> twins = all.stream().filter(Attack::twin).toList();
      assertThat(AttackBench.differences(once, bench.alone(threads, twins), twins)).isEmpty();
    }
  }
}
