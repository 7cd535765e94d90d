package dev.glovebox.host.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glovebox.host.model.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
final class HeldLockTest {
  @TempDir Path folder;

  @Test
  void staysHeldWhenThisProcessAsksForItAgain() throws IOException, InterruptedException {
    Path file = folder.resolve("lock");
    Path otherName = Files.createSymbolicLink(folder.resolve("other"), folder).resolve("lock");
    try (HeldLock _ = HeldLock.take(file)) {
      for (Path name : new Path[] {file, otherName}) {
        assertThatThrownBy(() -> HeldLock.take(name)).isInstanceOf(Refusal.class);
      }
      assertThat(exitOfAnotherProcess(file)).as("another process must be refused").isEqualTo(1);
    }
    assertThat(exitOfAnotherProcess(file)).as("positive control: it is free now").isZero();
    HeldLock.take(file).close();
  }

  private static int exitOfAnotherProcess(Path file) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                LockTaker.class.getName(),
                file.toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    return process.exitValue();
  }
}
