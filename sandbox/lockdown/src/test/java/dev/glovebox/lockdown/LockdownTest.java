package dev.glovebox.lockdown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class LockdownTest {
  @BeforeEach
  void linux() {
    assumeTrue(System.getProperty("os.name").equals("Linux"), "missing capability linux");
  }

  @Test
  void aProcessThatIsToldToLocksItselfAndEndsWithItsStatus() throws Exception {
    String said = run(7, filter(0x7FFF0000));
    assertThat(said).contains("NoNewPrivs: 1", "Seccomp: 2", "reader true");
  }

  @Test
  void aProcessThatIsNotToldToIsAsItWas() throws Exception {
    assertThat(run(7)).contains("NoNewPrivs: 0", "Seccomp: 0");
  }

  @Test
  void aFilterThatTheKernelDoesNotTakeEndsTheProcess() throws Exception {
    assertThat(run(1, "-Dglovebox.lockdown=")).startsWith("failed not a filter: 0 bytes");
    assertThat(run(1, "-Dglovebox.lockdown=AAAA")).startsWith("failed not a filter: 3 bytes");
    // An instruction that does not exist.
    assertThat(run(1, property(ByteBuffer.allocate(8).putLong(-1).array())))
        .startsWith("failed cannot lock this process: seccomp");
  }

  private static String filter(int verdict) {
    return property(
        ByteBuffer.allocate(8)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putShort((short) 6)
            .putShort((short) 0)
            .putInt(verdict)
            .array());
  }

  private static String property(byte[] filter) {
    return "-Dglovebox.lockdown=" + Base64.getEncoder().encodeToString(filter);
  }

  private static String run(int status, String... flags) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED"));
    command.addAll(List.of(flags));
    command.addAll(
        List.of("-cp", System.getProperty("java.class.path"), LockedMain.class.getName()));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    try {
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor()).isEqualTo(status);
      return said;
    } finally {
      process.destroyForcibly();
    }
  }
}
