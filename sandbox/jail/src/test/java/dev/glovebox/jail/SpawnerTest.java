package dev.glovebox.jail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Children that ask to die with their parent, which to the kernel is the thread that made them. */
@Timeout(60)
final class SpawnerTest {
  private static final ProcessBuilder DIES_WITH_ITS_PARENT =
      new ProcessBuilder("setpriv", "--pdeathsig", "KILL", "sleep", "600");

  @BeforeEach
  void needsSetpriv() {
    assumeTrue(
        Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, "setpriv"))),
        "missing capability setpriv");
  }

  @Test
  void childOutlivesTheThreadThatAskedForIt() throws Exception {
    try (Spawner spawner = new Spawner()) {
      JailedProcess child =
          madeByAThreadThatEnds(
              () -> spawner.start("sleep", DIES_WITH_ITS_PARENT, Optional.empty(), () -> {}));
      try (child) {
        assertThat(child.awaitExit(java.time.Duration.ofMillis(500))).isEmpty();
      }
    }
  }

  /** The control: what would happen to it. */
  @Test
  void withoutTheSpawnerItDiesWithThatThread() throws Exception {
    Process child = madeByAThreadThatEnds(DIES_WITH_ITS_PARENT::start);
    try {
      assertThat(child.waitFor(20, TimeUnit.SECONDS)).isTrue();
      assertThat(child.exitValue()).isEqualTo(137);
    } finally {
      child.destroyForcibly();
    }
  }

  private interface Start<T> {
    T start() throws IOException;
  }

  private static <T> T madeByAThreadThatEnds(Start<T> start) throws InterruptedException {
    AtomicReference<T> made = new AtomicReference<>();
    Thread thread =
        Thread.ofPlatform()
            .start(() -> {
              try {
                made.set(start.start());
                // It asks once it runs; only then may its parent end.
                Thread.sleep(300);
              } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
              }
            });
    thread.join();
    return made.get();
  }
}
