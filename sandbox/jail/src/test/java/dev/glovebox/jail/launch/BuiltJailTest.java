package dev.glovebox.jail.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.glovebox.jail.Jail;
import dev.glovebox.jail.JailedProcess;
import dev.glovebox.jail.ProcessExit;
import dev.glovebox.jail.ProcessImage;
import dev.glovebox.jail.ProcessLimits;
import dev.glovebox.jail.WorkerEnd;
import dev.glovebox.jail.seccomp.Architecture;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the host's side of a jail does, over real children in a world of their own. */
@Timeout(120)
public abstract class BuiltJailTest {
  private static final Duration WAIT = Duration.ofSeconds(60);
  private static final ProcessLimits SMALL = new ProcessLimits(32, 8);

  /** A private folder, empty again after each test. */
  @TempDir protected Path scratch;

  private Jail jail;

  /** Opens the jail, or skips the test naming what is missing. */
  protected abstract Jail open(JailSettings settings);

  @BeforeEach
  void open() {
    Optional<Architecture> machine = Architecture.of(System.getProperty("os.arch"));
    assumeTrue(
        machine.isPresent() && System.getProperty("os.name").equals("Linux"),
        "missing capability linux");
    jail =
        open(
            new JailSettings(
                Path.of(System.getProperty("java.home"), "bin", "java"),
                false,
                scratch,
                Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
                    .map(Path::of)
                    .toList(),
                machine.get(),
                Optional.empty(),
                List.of(),
                1));
  }

  @AfterEach
  void close() throws IOException {
    if (jail != null) {
      jail.close();
    }
    try (Stream<Path> left = Files.list(scratch)) {
      assertThat(left).isEmpty();
    }
  }

  /** Starts a child. */
  protected final JailedProcess start(String mode) throws IOException {
    return start(mode, Optional.empty());
  }

  /** Starts a child with a socket. */
  protected final JailedProcess start(String mode, Optional<Path> socket) throws IOException {
    List<Path> classes =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
            .filter(entry -> entry.endsWith("classes"))
            .map(Path::of)
            .toList();
    return jail.start(
        new ProcessImage(
            "child",
            classes,
            "dev.glovebox.jail.ChildMain",
            List.of("-Dmode=" + mode, "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED")),
        SMALL,
        socket);
  }

  @Test
  void carriesBytesBothWays() throws IOException {
    try (JailedProcess child = start("echo")) {
      child.stdin().write("hello\n".getBytes(StandardCharsets.UTF_8));
      child.stdin().flush();
      child.stdin().close();
      assertThat(child.stdout().readAllBytes()).asString().isEqualTo("hello\n");
    }
  }

  @Test
  void tellsTheEndsOfAJailedProcessApart() throws IOException {
    try (JailedProcess child = start("exit")) {
      assertThat(child.awaitExit(WAIT)).contains(new ProcessExit(7, Optional.empty()));
    }
    try (JailedProcess child = start("memory")) {
      assertThat(child.awaitExit(WAIT).orElseThrow().reason()).isEqualTo(WorkerEnd.MEMORY_LIMIT);
    }
    try (JailedProcess child = start("sleep")) {
      assertThat(child.killedFor()).isEmpty();
      child.killAfter(Duration.ofMillis(300));
      assertThat(child.awaitExit(WAIT).orElseThrow().reason()).isEqualTo(WorkerEnd.WALL_DEADLINE);
    }
  }

  @Test
  void memoryThatTheJvmDoesNotCountIsBoundedByTheKernel() throws IOException {
    assumeTrue(
        jail.isolationMeasures().contains("cgroup-memory"), "missing capability cgroup-memory");
    try (JailedProcess child = start("native")) {
      assertThat(child.stdout().readAllBytes()).asString().doesNotContain("unbounded");
      assertThat(child.awaitExit(WAIT).orElseThrow().killedFor()).contains(WorkerEnd.MEMORY_LIMIT);
    }
  }

  @Test
  void whatCannotBeStartedLeavesNothing() throws IOException {
    try (JailedProcess child =
        jail.start(
            new ProcessImage("child", List.of(scratch.resolve("none.jar")), "None", List.of()),
            SMALL)) {
      assertThat(child.awaitExit(WAIT).orElseThrow().reason()).isEqualTo(WorkerEnd.WORKER_FAULT);
    } catch (IOException e) {
      assertThat(e).hasMessageContaining("none.jar");
    }
  }
}
