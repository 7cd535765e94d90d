package dev.glovebox.jail.tier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.glovebox.jail.Tier;
import dev.glovebox.jail.TierProbe;
import dev.glovebox.jail.cgroup.Cgroups;
import dev.glovebox.jail.landlock.LandlockLauncher;
import dev.glovebox.jail.oci.OciProbe;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * One thing at a time is hidden from a host; it must name it, and refuse what is forbidden then.
 */
@Timeout(120)
final class TiersTest {
  private static final String PATH = System.getenv("PATH");
  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin", "java").toString();
  private static final int NOBODY_IN_PARTICULAR = 1_899_999_999;

  /** Under this filter no other can be installed: seccomp fails, and so does its older way. */
  private static final int[][] NO_SECCOMP = {
    {0x20, 0, 0, 0},
    {0x15, 0, 1, 317},
    {0x06, 0, 0, 0x00050026},
    {0x15, 0, 3, 157},
    {0x20, 0, 0, 16},
    {0x15, 0, 1, 22},
    {0x06, 0, 0, 0x00050016},
    {0x06, 0, 0, 0x7FFF0000},
  };

  /** Under this filter the kernel has no Landlock. */
  private static final int[][] NO_LANDLOCK = {
    {0x20, 0, 0, 0}, {0x15, 0, 1, 444}, {0x06, 0, 0, 0x00050026}, {0x06, 0, 0, 0x7FFF0000},
  };

  @TempDir static Path probed;
  private static List<TierProbe> probes = List.of();

  @TempDir Path scratch;

  @Test
  void choosesTheStrongestTierThatThereIs() throws Exception {
    needBubblewrap();
    assertThat(host(List.of(), "process"))
        .contains("tier bwrap")
        .contains("tried:seccomp=2")
        .contains("tried:capeff=0000000000000000");
  }

  @Test
  void withoutBubblewrapNamesItAndRefusesWhatNeedsIt() throws Exception {
    Path programs = Files.createDirectory(scratch.resolve("programs"));
    for (String name : List.of("sh", "setpriv", "prlimit", "unshare", "mount")) {
      Optional<Path> there =
          Stream.of(PATH.split(File.pathSeparator, -1))
              .map(folder -> Path.of(folder, name))
              .filter(Files::isExecutable)
              .findFirst();
      assumeTrue(there.isPresent(), "missing capability " + name);
      Files.createSymbolicLink(programs.resolve(name), there.get().toRealPath());
    }
    Machine machine = machine(programs);
    Tiers.Opened opened = Tiers.open(machine, Tier.PROCESS, Tier.OCI);
    opened.jail().close();
    assertThat(opened.jail().tier()).isEqualTo(Tier.PROCESS);
    assertThat(opened.probes().getFirst().missing())
        .containsExactly(
            "bubblewrap: no program bwrap in the PATH; install the package bubblewrap");
    assertThatThrownBy(() -> Tiers.open(machine, Tier.BWRAP, Tier.OCI))
        .isInstanceOf(TierUnavailableException.class)
        .hasMessageContaining("tier bwrap or stronger is demanded")
        .hasMessageContaining("bubblewrap: no program bwrap in the PATH");
    try (Stream<Path> links = Files.list(programs)) {
      for (Path link : links.toList()) {
        Files.delete(link);
      }
    }
  }

  @Test
  void withoutUserNamespacesNamesThemAndRefusesWhatNeedsThem() throws Exception {
    needBubblewrap();
    List<String> without =
        List.of("--unshare-user", "--disable-userns", "--uid", "1000", "--gid", "1000");
    assertThat(host(without, "process")).contains("tier process").contains("user namespaces: ");
    assertThat(host(without, "bwrap")).startsWith("refused").contains("user namespaces: ");
  }

  @Test
  void withoutSeccompNamesItAndRefusesWhatNeedsIt() throws Exception {
    needBubblewrap();
    Path filter = Files.write(scratch.resolve("filter"), program(NO_SECCOMP));
    List<String> without = List.of("--seccomp", "9");
    assertThat(host(without, "bwrap", filter)).startsWith("refused").contains("seccomp: ");
    assertThat(host(without, "process", filter))
        .contains("tier process")
        .contains("seccomp: not on this system")
        .contains("absent:seccomp-allow-list");
  }

  @Test
  void withoutLandlockNamesItAndWhatFollows() throws Exception {
    needBubblewrap();
    assumeTrue(
        probes().getLast().facts().stream().anyMatch(fact -> fact.startsWith("landlock=")),
        "missing capability landlock");
    Path filter = Files.write(scratch.resolve("filter"), program(NO_LANDLOCK));
    List<String> without = List.of("--seccomp", "9");
    assertThat(host(without, "process", filter, "-Dceiling=process"))
        .contains("tier process")
        .contains("landlock: this kernel has none")
        .contains("a child that breaks out can read and write this user's files")
        .contains("absent:landlock")
        .doesNotContain("landlock-files");
    assertThat(host(List.of(), "process", Path.of("/dev/null"), "-Dceiling=process"))
        .as("control")
        .contains("tier process")
        .contains("landlock-files")
        .contains("tried:reading=closed");
  }

  @Test
  void withoutCgroupsNamesEachAndWhatFollows() throws Exception {
    needBubblewrap();
    assertThat(host(List.of("--tmpfs", "/sys/fs/cgroup"), "bwrap"))
        .contains("tier bwrap")
        .contains("cgroup-memory: ")
        .contains("a child's native memory is bounded by the machine's alone")
        .contains("cgroup-pids: ")
        .contains("cgroup-cpu: ")
        .contains("absent:cgroup-memory");
  }

  @Test
  void noTierBelowWhatIsDemandedIsEverOpened() {
    assertThatThrownBy(() -> Tiers.open(machine(Path.of("/nowhere")), Tier.BWRAP, Tier.PROCESS))
        .isInstanceOf(TierUnavailableException.class);
    assertThatThrownBy(() -> Tiers.open(machine(Path.of("/nowhere")), Tier.OCI, Tier.OCI))
        .isInstanceOf(TierUnavailableException.class)
        .hasMessageContaining("oci - runc: no program runc in the PATH");
  }

  @Test
  void jailedChildrenEndWithTheirHostAndTheNextHostSweeps() throws Exception {
    needBubblewrap();
    mustEndWithTheirHost("process");
  }

  @Test
  void childrenBehindAnOciRuntimeEndWithTheirHostAsWell() throws Exception {
    TierProbe probe = probes().getFirst();
    assumeTrue(probe.available(), () -> "missing capability runc: " + probe.missing());
    mustEndWithTheirHost("oci");
  }

  private static void mustEndWithTheirHost(String floor) throws Exception {
    List<String> command = new ArrayList<>(List.of(JAVA));
    command.addAll(flags());
    command.addAll(List.of("-Dchild=" + classPath(), "-Dfloor=" + floor, "-cp", classPath()));
    command.add(TrialMain.class.getName());
    Process host =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    try (BufferedReader lines = host.inputReader()) {
      String said = lines.lines().filter(line -> line.startsWith("children ")).findFirst().get();
      List<ProcessHandle> children =
          Arrays.stream(said.substring("children ".length()).split(" ", -1))
              .map(pid -> ProcessHandle.of(Long.parseLong(pid)).orElseThrow())
              .toList();
      assertThat(children).hasSizeGreaterThan(1).allMatch(ProcessHandle::isAlive);
      host.destroyForcibly().waitFor();
      for (ProcessHandle child : children) {
        child.onExit().get(10, TimeUnit.SECONDS);
      }
    } finally {
      host.destroyForcibly();
    }
    Cgroups.open(Path.of("/proc")).close();
    try (Stream<Path> left = Files.walk(Path.of("/sys/fs/cgroup"), 4)) {
      assertThat(left.filter(folder -> folder.toString().contains("glovebox-" + host.pid() + "-")))
          .isEmpty();
    }
  }

  private void needBubblewrap() {
    TierProbe probe = probes().get(1);
    assumeTrue(probe.available(), () -> "missing capability tier-bwrap: " + probe.missing());
  }

  /** What this machine has; tried once. */
  private static synchronized List<TierProbe> probes() {
    if (probes.isEmpty()) {
      probes =
          Tiers.probeAll(
              machine(
                  probed, Stream.of(PATH.split(File.pathSeparator, -1)).map(Path::of).toList()));
    }
    return probes;
  }

  private Machine machine(Path programs) {
    return machine(scratch, List.of(programs));
  }

  private static Machine machine(Path scratch, List<Path> programs) {
    return new Machine(
        Path.of(JAVA),
        false,
        scratch,
        programs,
        System.getProperty("os.name"),
        System.getProperty("os.arch"),
        Optional.empty(),
        List.of(),
        1,
        LandlockLauncher.image(),
        OciProbe.DEFAULT_RUNTIME);
  }

  private static String host(List<String> without, String floor) throws Exception {
    return host(without, floor, Path.of("/dev/null"));
  }

  /** What a host says that runs where {@code without} holds, as nobody in particular. */
  private static String host(List<String> without, String floor, Path filter, String... properties)
      throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of("sh", "-c", "exec 9<\"$1\"; shift; exec \"$@\"", "host", filter.toString()));
    if (isRoot()) {
      command.addAll(
          List.of(
              "setpriv",
              "--reuid=" + NOBODY_IN_PARTICULAR,
              "--regid=" + NOBODY_IN_PARTICULAR,
              "--clear-groups",
              "--"));
    }
    command.addAll(List.of("bwrap", "--dev-bind", "/", "/"));
    command.addAll(without);
    command.addAll(List.of("--", JAVA));
    command.addAll(flags());
    command.addAll(List.of(properties));
    command.addAll(List.of("-Dfloor=" + floor, "-cp", classPath(), TrialMain.class.getName()));
    Process process =
        new ProcessBuilder(command)
            .directory(new File("/"))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try {
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor()).isZero();
      return said;
    } finally {
      process.destroyForcibly();
    }
  }

  private static boolean isRoot() throws IOException {
    return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
  }

  private static List<String> flags() {
    return List.of(
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "--enable-native-access=ALL-UNNAMED",
        "-Dprograms=" + PATH);
  }

  private static String classPath() {
    return String.join(
        File.pathSeparator,
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
            .filter(entry -> entry.endsWith("classes"))
            .toList());
  }

  private static byte[] program(int[][] program) {
    ByteBuffer bytes = ByteBuffer.allocate(program.length * 8).order(ByteOrder.LITTLE_ENDIAN);
    for (int[] line : program) {
      bytes.putShort((short) line[0]).put((byte) line[1]).put((byte) line[2]).putInt(line[3]);
    }
    return bytes.array();
  }
}
