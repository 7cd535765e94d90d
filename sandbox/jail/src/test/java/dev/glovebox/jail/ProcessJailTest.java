package dev.glovebox.jail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class ProcessJailTest {
  private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");
  private static final Duration WAIT = Duration.ofSeconds(30);

  @TempDir Path scratch;
  private ProcessJail jail;

  @BeforeEach
  void open() {
    jail = new ProcessJail(JAVA, scratch);
  }

  @AfterEach
  void close() {
    jail.close();
  }

  @Test
  void childSeesOnlyTheLanguageVariable() throws Exception {
    try (JailedProcess child = start("environment")) {
      assertThat(firstLine(child)).isEqualTo("[LANG]");
    }
  }

  @Test
  void withoutClearingTheChildWouldSeeTheEnvironmentOfTheHost() throws Exception {
    ProcessBuilder open =
        new ProcessBuilder(
            JAVA.toString(),
            "-Dmode=environment",
            "-cp",
            classPathText(),
            ChildMain.class.getName());
    open.environment().put("GLOVEBOX_CANARY", "1");
    Process child = open.start();
    try (BufferedReader lines = child.inputReader()) {
      assertThat(lines.readLine()).contains("GLOVEBOX_CANARY");
    } finally {
      child.destroyForcibly();
    }
  }

  @Test
  void stdinAndStdoutCarryBytesBothWays() throws Exception {
    try (JailedProcess child = start("echo")) {
      child.stdin().write("hello\n".getBytes(StandardCharsets.UTF_8));
      child.stdin().flush();
      assertThat(firstLine(child)).isEqualTo("hello");
    }
  }

  @Test
  void privateFolderIsTheWorkingFolderAndGoesAwayWithTheProcess() throws Exception {
    try (JailedProcess child = start("folder")) {
      assertThat(Path.of(firstLine(child))).startsWith(scratch.toRealPath());
      assertThat(child.awaitExit(WAIT)).isPresent();
    }
    assertNothingLeft();
    assertThat(Path.of("/").resolve("bin")).exists();
  }

  @Test
  void outOfMemoryIsToldFromOtherEnds() throws Exception {
    try (JailedProcess child = start("memory")) {
      ProcessExit exit = child.awaitExit(WAIT).orElseThrow();
      assertThat(exit).isEqualTo(new ProcessExit(3, Optional.empty()));
      assertThat(exit.reason()).isEqualTo(WorkerEnd.MEMORY_LIMIT);
    }
  }

  @Test
  void exitOfItsOwnIsAFault() throws Exception {
    try (JailedProcess child = start("exit")) {
      ProcessExit exit = child.awaitExit(WAIT).orElseThrow();
      assertThat(exit.status()).isEqualTo(7);
      assertThat(exit.reason()).isEqualTo(WorkerEnd.WORKER_FAULT);
    }
  }

  @Test
  void deadlineKillsAndIsRememberedAsOurs() throws Exception {
    try (JailedProcess child = start("sleep")) {
      child.killAfter(Duration.ofMillis(300));
      ProcessExit exit = child.awaitExit(WAIT).orElseThrow();
      assertThat(exit.status()).isEqualTo(137);
      assertThat(exit.reason()).isEqualTo(WorkerEnd.WALL_DEADLINE);
    }
  }

  @Test
  void killOfAnotherIsNotTakenForOurs() throws Exception {
    try (JailedProcess child = start("sleep")) {
      ProcessHandle.of(child.pid()).orElseThrow().destroyForcibly();
      ProcessExit exit = child.awaitExit(WAIT).orElseThrow();
      assertThat(exit.status()).isEqualTo(137);
      assertThat(exit.reason()).isEqualTo(WorkerEnd.WORKER_FAULT);
    }
  }

  @Test
  void closeKillsDescendantsToo() throws Exception {
    ProcessHandle grandchild;
    try (JailedProcess child = start("fork")) {
      grandchild = ProcessHandle.of(Long.parseLong(firstLine(child))).orElseThrow();
      assertThat(grandchild.isAlive()).isTrue();
    }
    grandchild.onExit().get(10, TimeUnit.SECONDS);
    assertNothingLeft();
  }

  @Test
  void floodOfErrorsNeitherBlocksTheChildNorGrowsTheHost() throws Exception {
    try (JailedProcess child = start("errors")) {
      assertThat(firstLine(child)).isEqualTo("done");
      assertThat(child.awaitExit(WAIT)).isPresent();
      assertThat(child.stderrText().length()).isBetween(1, JailedProcess.STDERR_BYTES_MAX);
    }
  }

  @Test
  void childEndsWhenItsHostIsKilled() throws Exception {
    assertThat(survivesItsHost("guarded")).isFalse();
  }

  @Test
  void withoutWatchingStdinTheChildWouldOutliveItsHost() throws Exception {
    assertThat(survivesItsHost("sleep")).isTrue();
  }

  @Test
  void imageMayNotUndoAMeasure() {
    for (String flag :
        List.of(
            "-Xmx1g",
            "-XX:-ExitOnOutOfMemoryError",
            "-XX:-DisableAttachMechanism",
            "-XX:OnOutOfMemoryError=id",
            "-javaagent:x.jar",
            "@file",
            "argument")) {
      assertThatThrownBy(() -> image("exit", flag))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(flag);
    }
  }

  @Test
  void limitsThatBoundNothingAreRefused() {
    assertThatThrownBy(() -> new ProcessLimits(15, 8)).hasMessageContaining("15");
    assertThatThrownBy(() -> new ProcessLimits(65_537, 8)).hasMessageContaining("65537");
    assertThatThrownBy(() -> new ProcessLimits(16, 0)).hasMessageContaining("0 MiB");
    assertThat(new ProcessLimits(16, 65_536).directMebibytes()).isEqualTo(65_536);
  }

  @Test
  void missingRuntimeLeavesNothingBehind() {
    try (ProcessJail broken = new ProcessJail(scratch.resolve("no-java"), scratch)) {
      assertThatThrownBy(() -> broken.start(image("exit"), new ProcessLimits(32, 8)))
          .isInstanceOf(IOException.class);
    }
    assertNothingLeft();
  }

  @Test
  void anImageStartsFromTheRuntimeThatItNames() {
    ProcessImage elsewhere = image("exit").on(scratch.resolve("no-runtime"));
    assertThatThrownBy(() -> jail.start(elsewhere.with("-Dmore"), new ProcessLimits(32, 8)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("no-runtime/bin/java");
    assertNothingLeft();
  }

  @Test
  void reportNamesTierAndMeasures() {
    TierReport report = TierReport.of(jail);
    assertThat(report.tier().text()).isEqualTo("process");
    assertThat(report.measures()).contains("own-jvm", "cleared-environment", "host-deadline");
  }

  private boolean survivesItsHost(String childMode) throws Exception {
    try (JailedProcess host =
        jail.start(
            image("parent", "-Dchild.mode=" + childMode, "-Dchild.path=" + classPathText()),
            new ProcessLimits(32, 8))) {
      ProcessHandle child = ProcessHandle.of(Long.parseLong(firstLine(host))).orElseThrow();
      try {
        ProcessHandle.of(host.pid()).orElseThrow().destroyForcibly();
        assertThat(host.awaitExit(WAIT)).isPresent();
        return !endsWithin(child, Duration.ofSeconds(3));
      } finally {
        child.destroyForcibly();
      }
    }
  }

  private static boolean endsWithin(ProcessHandle process, Duration wait) throws Exception {
    for (long left = wait.toMillis(); left > 0 && process.isAlive(); left -= 20) {
      Thread.sleep(20);
    }
    return !process.isAlive();
  }

  private void assertNothingLeft() {
    try (Stream<Path> left = Files.list(scratch)) {
      assertThat(left).isEmpty();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private JailedProcess start(String mode) throws IOException {
    return jail.start(image(mode), new ProcessLimits(32, 8));
  }

  private static ProcessImage image(String mode, String... flags) {
    List<String> all = new ArrayList<>(List.of("-Dmode=" + mode, "-XX:+UseSerialGC"));
    all.addAll(List.of(flags));
    return new ProcessImage("child", classPath(), ChildMain.class.getName(), all);
  }

  /** The folders of the tests' classes and, for the host of the kill test, of the jail's. */
  private static List<Path> classPath() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .filter(entry -> entry.endsWith("classes"))
        .map(Path::of)
        .toList();
  }

  private static String classPathText() {
    return String.join(File.pathSeparator, classPath().stream().map(Path::toString).toList());
  }

  private static String firstLine(JailedProcess child) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = child.stdout().read(); c >= 0 && c != '\n'; c = child.stdout().read()) {
      line.append((char) c);
    }
    return line.toString();
  }
}
