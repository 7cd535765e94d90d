package dev.glovebox.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glovebox.jail.Jail;
import dev.glovebox.jail.JailedProcess;
import dev.glovebox.jail.ProcessImage;
import dev.glovebox.jail.ProcessLimits;
import dev.glovebox.jail.WorkerEnd;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
final class WarmHelpersTest {
  private static final byte[] SOURCE = "a = 1\nb = 2\n".getBytes(StandardCharsets.UTF_8);
  private static final ProcessLimits MEMORY = new ProcessLimits(48, 16);
  private static final ProcessImage IMAGE = TestProcesses.image(FakeAnswerer.class, "prepare");

  @TempDir Path scratch;
  private Jail jail;

  @BeforeEach
  void open() {
    jail = TestProcesses.jail(scratch);
  }

  @AfterEach
  void nothingIsLeft() throws IOException {
    jail.close();
    try (Stream<Path> left = Files.list(scratch)) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void aProcessServesOnceAndAnotherTakesItsPlace() throws Exception {
    try (WarmHelpers pool = new WarmHelpers(jail, IMAGE, MEMORY, 1)) {
      awaitWaiting(pool, 1);
      JailedProcess first = pool.take();
      try (first) {
        awaitWaiting(pool, 1);
        try (JailedProcess second = pool.take()) {
          assertThat(second.pid()).isNotEqualTo(first.pid());
        }
      }
      assertThat(answer(pool, Duration.ofSeconds(20))).isInstanceOf(PreparedForm.class);
      assertThat(answer(pool, Duration.ofSeconds(20))).isInstanceOf(PreparedForm.class);
    }
  }

  @Test
  void theDeadlineCountsFromTheRequest() throws Exception {
    ProcessImage silent = TestProcesses.image(FakeAnswerer.class, "silent");
    try (WarmHelpers pool = new WarmHelpers(jail, silent, MEMORY, 1)) {
      awaitWaiting(pool, 1);
      Duration wall = Duration.ofMillis(300);
      Thread.sleep(wall.multipliedBy(2));
      assertThat(pool.waiting()).isEqualTo(1);
      assertThat(answer(pool, wall))
          .isInstanceOfSatisfying(
              HelperFailed.class,
              failed -> assertThat(failed.reason()).isEqualTo(WorkerEnd.WALL_DEADLINE));
    }
  }

  @Test
  void oneThatDiedWhileItWaitedIsPassedOver() throws Exception {
    try (WarmHelpers pool = new WarmHelpers(jail, IMAGE, MEMORY, 1)) {
      awaitWaiting(pool, 1);
      List<ProcessHandle> waiting = children();
      assertThat(waiting).hasSize(1);
      waiting.getFirst().destroyForcibly();
      waiting.getFirst().onExit().join();
      assertThat(answer(pool, Duration.ofSeconds(20))).isInstanceOf(PreparedForm.class);
    }
  }

  @Test
  void closingEndsThoseThatWait() throws Exception {
    WarmHelpers pool = new WarmHelpers(jail, IMAGE, MEMORY, 2);
    awaitWaiting(pool, 2);
    pool.close();
    assertThat(pool.waiting()).isZero();
    assertThat(children()).isEmpty();
  }

  @Test
  void aPoolIsBounded() {
    assertThatThrownBy(() -> new WarmHelpers(jail, IMAGE, MEMORY, WarmHelpers.WAITING_MAX + 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new WarmHelpers(jail, IMAGE, MEMORY, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static PreparationAnswer answer(WarmHelpers pool, Duration wall) {
    return new Preparations(
            pool, new HelperLimits(MEMORY, wall, 4 * 1024 * 1024), TestProcesses.nonces())
        .prepare("python", SOURCE);
  }

  private static List<ProcessHandle> children() {
    return ProcessHandle.current().children().toList();
  }

  private static void awaitWaiting(WarmHelpers pool, int count) throws InterruptedException {
    while (pool.waiting() < count) {
      Thread.sleep(20);
    }
  }
}
