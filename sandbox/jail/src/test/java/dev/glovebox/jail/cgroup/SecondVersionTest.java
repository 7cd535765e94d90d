package dev.glovebox.jail.cgroup;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Over the kernel's own version 2, as if no other were there. Which controllers it has there
 * depends on the machine: where version 1 holds them, none; both are met.
 */
@Timeout(60)
final class SecondVersionTest {
  /** A process of this number there cannot be. */
  private static final String DEAD_HOST = "glovebox-4194305-1-1";

  private static final Bounds BOUNDS = new Bounds(64L * 1024 * 1024, 16, 100);

  @TempDir Path place;
  private Path proc;
  private Path top;
  private final List<Process> started = new ArrayList<>();
  private final List<Path> made = new ArrayList<>();

  @BeforeEach
  void findAMountThatCanBeWritten() throws IOException {
    Path real = Path.of("/proc");
    Path self = real.resolve("self");
    assumeTrue(Files.isReadable(self.resolve("mountinfo")), "missing capability cgroup2");
    List<String> mounts =
        Files.readAllLines(self.resolve("mountinfo")).stream()
            .filter(line -> line.contains(" - cgroup2 "))
            .toList();
    assumeTrue(!mounts.isEmpty(), "missing capability cgroup2");
    String own =
        Files.readAllLines(self.resolve("cgroup")).stream()
            .filter(line -> line.startsWith("0::"))
            .findFirst()
            .orElse("0::/");
    proc = Files.createDirectory(place.resolve("proc"));
    Files.createDirectory(proc.resolve("self"));
    Files.writeString(proc.resolve("self/cgroup"), own + "\n");
    Files.writeString(proc.resolve("self/mountinfo"), mounts.getLast() + "\n");
    String pid = Long.toString(ProcessHandle.current().pid());
    Files.writeString(
        Files.createDirectory(proc.resolve(pid)).resolve("stat"),
        Files.readString(real.resolve(pid).resolve("stat")));
    Hierarchies found = Hierarchies.of(proc.resolve("self"));
    Path mine = found.second().orElseThrow();
    top = mine.equals(found.secondTop().orElseThrow()) ? mine : mine.resolve("..").normalize();
    assumeTrue(Files.isWritable(top), "missing capability cgroup2-writable");
  }

  @AfterEach
  void leaveNothing() {
    started.forEach(process -> {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    });
    new Cgroup(made).close();
  }

  @Test
  void usesTheControllersThatAreThereAndNamesTheOthers() throws IOException {
    List<String> there =
        Arrays.asList(Files.readString(top.resolve("cgroup.controllers")).trim().split(" ", -1));
    List<String> before = hosts();
    try (Cgroups cgroups = Cgroups.open(proc);
        Cgroup cgroup = cgroups.make(BOUNDS)) {
      for (Controller controller : Controller.values()) {
        String measure = "cgroup-" + controller.text();
        if (there.contains(controller.text()) && cgroups.measures().contains(measure)) {
          assertThat(cgroups.missing()).doesNotContainKey(controller);
        } else {
          assertThat(cgroups.missing()).containsEntry(controller, top + " does not hand it on");
        }
      }
      for (Path door : cgroup.doors()) {
        assertThat(Files.readString(door)).isEmpty();
        if (cgroups.measures().contains("cgroup-pids")) {
          assertThat(Files.readString(door.resolveSibling("pids.max"))).isEqualTo("16\n");
        }
        if (cgroups.measures().contains("cgroup-memory")) {
          assertThat(Files.readString(door.resolveSibling("memory.max"))).isEqualTo("67108864\n");
        }
      }
      assertThat(cgroup.hitMemoryBound()).isFalse();
      assertThat(cgroup.hitThreadBound()).isFalse();
    }
    assertThat(hosts()).isEqualTo(before);
  }

  @Test
  void endsWhatADeadHostLeftAndRemovesItsFolders() throws Exception {
    Path dead = Files.createDirectory(top.resolve(DEAD_HOST));
    made.add(dead);
    Path child = Files.createDirectory(dead.resolve("w1"));
    made.addFirst(child);
    // One that forks: who ends it by a list of numbers misses those that came after the list.
    Process left =
        new ProcessBuilder(
                "/bin/sh", "-c", "echo 0 > \"$0\" && sleep 600 & wait", child + "/cgroup.procs")
            .start();
    started.add(left);
    while (Files.readAllLines(child.resolve("cgroup.procs")).isEmpty()) {
      Thread.sleep(5);
    }
    ProcessHandle inside =
        ProcessHandle.of(
                Long.parseLong(Files.readAllLines(child.resolve("cgroup.procs")).getFirst()))
            .orElseThrow();
    assertThat(Files.readString(child.resolve("cgroup.events"))).contains("populated 1");

    Path ours = HostFolder.of(proc).makeIn(top);
    made.add(ours);

    assertThat(inside.onExit().get(20, SECONDS)).isEqualTo(inside);
    assertThat(dead).doesNotExist();
    assertThat(ours).isDirectory();
    HostFolder.removeIfEmpty(ours);
    assertThat(ours).doesNotExist();
  }

  /** A child's folder goes once its last process has left, and not before. */
  @Test
  void aFolderStaysWhileSomebodyIsInIt() throws Exception {
    Path ours = HostFolder.of(proc).makeIn(top);
    made.add(ours);
    Path folder = Files.createDirectory(ours.resolve("w1"));
    made.addFirst(folder);
    Cgroup cgroup = new Cgroup(List.of(folder));
    Process inside =
        new ProcessBuilder(
                "/bin/sh",
                "-c",
                "echo 0 > \"$0\" && exec sleep 600",
                "" + cgroup.doors().getFirst())
            .start();
    started.add(inside);
    while (Files.readAllLines(folder.resolve("cgroup.procs")).isEmpty()) {
      Thread.sleep(5);
    }
    assertThat(Files.readAllLines(folder.resolve("cgroup.procs")))
        .containsExactly(Long.toString(inside.pid()));
    HostFolder.removeIfEmpty(folder);
    assertThat(folder).isDirectory();
    inside.destroyForcibly().waitFor();
    cgroup.close();
    assertThat(folder).doesNotExist();
  }

  private List<String> hosts() throws IOException {
    try (Stream<Path> entries = Files.list(top)) {
      return entries
          .map(entry -> String.valueOf(entry.getFileName()))
          .filter(name -> name.startsWith("glovebox-" + ProcessHandle.current().pid() + "-"))
          .sorted()
          .toList();
    }
  }
}
