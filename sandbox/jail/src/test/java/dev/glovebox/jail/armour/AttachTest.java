package dev.glovebox.jail.armour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the JDK's own tools can do to a JVM with the flags that the launcher gives every host. */
@Timeout(60)
final class AttachTest {
  private static final Path JAVA_HOME = Path.of(System.getProperty("java.home"));
  private static final Path JCMD = JAVA_HOME.resolve("bin").resolve("jcmd");

  @Test
  void nobodyAttachesToAJvmThatIsStartedAsTheHostIs() throws Exception {
    assumeTrue(Files.isExecutable(JCMD), "missing capability jcmd");
    assertThat(attach("-XX:+DisableAttachMechanism", "-XX:-UsePerfData")).isNotZero();
  }

  /** The control: the same JVM without those flags. */
  @Test
  void withoutTheFlagsEveryProcessOfItsUserAttaches() throws Exception {
    assumeTrue(Files.isExecutable(JCMD), "missing capability jcmd");
    assertThat(attach()).isZero();
  }

  private static int attach(String... flags) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(JAVA_HOME.resolve("bin").resolve("java").toString());
    command.add("-XX:TieredStopAtLevel=1");
    command.addAll(List.of(flags));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Waits.class.getName()));
    Process host = new ProcessBuilder(command).start();
    try {
      assertThat(host.inputReader().readLine()).isEqualTo("up");
      return new ProcessBuilder(JCMD.toString(), Long.toString(host.pid()), "VM.version")
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } finally {
      host.destroyForcibly();
    }
  }

  /** Does nothing until it is killed. */
  static final class Waits {
    private Waits() {}

    public static void main(String[] arguments) throws InterruptedException {
      System.out.println("up");
      Thread.sleep(600_000);
    }
  }
}
