package dev.glovebox.jail.bwrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.glovebox.jail.JailedProcess;
import dev.glovebox.jail.ProcessExit;
import dev.glovebox.jail.ProcessImage;
import dev.glovebox.jail.ProcessLimits;
import dev.glovebox.jail.WorkerEnd;
import dev.glovebox.jail.launch.Allowance;
import dev.glovebox.jail.launch.JailSettings;
import dev.glovebox.jail.launch.Launch;
import dev.glovebox.jail.seccomp.Architecture;
import dev.glovebox.jail.view.Bind;
import dev.glovebox.jail.view.Libraries;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Each bound of a jailed process: what reaches it passes, what goes beyond ends by its name. */
@Timeout(120)
final class EdgeTest {
  private static final Duration WAIT = Duration.ofSeconds(60);
  private static final int HEAP_MEBIBYTES = 32;
  private static final int DIRECT_MEBIBYTES = 8;

  /** Status of a process that SIGKILL ended. */
  private static final int KILLED = 137;

  @TempDir static Path scratch;
  private static Optional<BwrapJail> jail = Optional.empty();

  @BeforeAll
  static void open() {
    Optional<Architecture> machine = Architecture.of(System.getProperty("os.arch"));
    assumeTrue(machine.isPresent(), "missing capability linux");
    BwrapProbe.Outcome outcome =
        BwrapProbe.open(
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
                2));
    assumeTrue(
        outcome.jail().isPresent(),
        () -> "missing capability tier-bwrap: " + outcome.probe().missing());
    jail = outcome.jail();
  }

  @AfterAll
  static void close() {
    jail.ifPresent(BwrapJail::close);
  }

  private record Ran(List<String> said, ProcessExit exit) {}

  private static Ran ran(Duration cpu, String... properties) throws IOException {
    List<String> flags = new ArrayList<>(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    flags.addAll(List.of(properties));
    ProcessImage image =
        new ProcessImage(
            "edge",
            Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entry -> entry.endsWith("classes"))
                .map(Path::of)
                .toList(),
            EdgeMain.class.getName(),
            flags);
    try (JailedProcess child =
        jail.orElseThrow().start(image, new ProcessLimits(HEAP_MEBIBYTES, DIRECT_MEBIBYTES))) {
      child.killAfter(WAIT);
      child.killAtCpu(cpu);
      String said = new String(child.stdout().readAllBytes(), StandardCharsets.UTF_8);
      return new Ran(said.lines().toList(), child.awaitExit(WAIT).orElseThrow());
    }
  }

  private static void passes(Ran ran, String... said) {
    assertThat(ran.said()).containsAll(List.of(said)).endsWith("done");
    assertThat(ran.exit()).isEqualTo(new ProcessExit(0, Optional.empty()));
  }

  private static void ends(Ran ran, WorkerEnd reason) {
    assertThat(ran.said()).doesNotContain("done");
    assertThat(ran.exit().reason()).isEqualTo(reason);
  }

  @Test
  void givesSoManyDescriptorsAndBytesOfAFileAndNoMore() throws IOException {
    passes(
        ran(WAIT, "-Dedge=files"),
        "descriptors=" + Launch.DESCRIPTORS_MAX,
        "bytes=" + Launch.TEMPORARY_BYTES_MAX);
  }

  @Test
  void heapBeyondItsBoundIsMemoryLimit() throws IOException {
    passes(ran(WAIT, "-Dedge=heap", "-Dmebibytes=20"), "took=20");
    ends(ran(WAIT, "-Dedge=heap", "-Dmebibytes=33"), WorkerEnd.MEMORY_LIMIT);
  }

  @Test
  void directMemoryBeyondItsBoundIsMemoryLimit() throws IOException {
    passes(ran(WAIT, "-Dedge=direct", "-Dmebibytes=" + DIRECT_MEBIBYTES), "took=8");
    ends(
        ran(WAIT, "-Dedge=direct", "-Dmebibytes=" + (DIRECT_MEBIBYTES + 1)),
        WorkerEnd.MEMORY_LIMIT);
  }

  @Test
  void threadsBeyondTheirBoundAreThreadLimit() throws IOException {
    assumeTrue(
        jail.orElseThrow().isolationMeasures().contains("cgroup-pids"),
        "missing capability cgroup-pids");
    Ran ran = ran(WAIT, "-Dedge=threads");
    ends(ran, WorkerEnd.THREAD_LIMIT);
    // The JVM's own threads count as well.
    assertThat(ran.said().size()).isBetween(Launch.PROCESSES_MAX - 40, Launch.PROCESSES_MAX);
  }

  @Test
  void processorTimeBeyondItsBoundIsCpuLimit() throws IOException {
    passes(ran(Duration.ofSeconds(30), "-Dedge=cpu", "-Dmillis=300"));
    ends(ran(Duration.ofMillis(400), "-Dedge=cpu", "-Dmillis=30000"), WorkerEnd.CPU_LIMIT);
  }

  /** Behind the host's look stands the kernel's bound, for a host that does not come to look. */
  @Test
  void processorTimeBeyondTheKernelsBoundEndsAProcessThatNobodyLooksAt() throws IOException {
    Path shell = Path.of("/bin/sh").toRealPath();
    List<Bind> binds = new ArrayList<>(Libraries.binds(Libraries.of(List.of(shell), List.of())));
    binds.add(Bind.readOnly(shell, "/sh"));
    List<String> spinning = List.of("/sh", "-c", "while :; do :; done");
    Allowance second = new Allowance(64L * 1024 * 1024, 1024 * 1024, 1);
    try (JailedProcess child =
        jail.orElseThrow().launch("edge", binds, spinning, second, Optional.empty())) {
      ProcessExit exit = child.awaitExit(WAIT).orElseThrow();
      // Whoever meets it was killed by nobody here, and is nobody's honest run.
      assertThat(exit).isEqualTo(new ProcessExit(KILLED, Optional.empty()));
      assertThat(exit.reason()).isEqualTo(WorkerEnd.WORKER_FAULT);
    }
  }
}
