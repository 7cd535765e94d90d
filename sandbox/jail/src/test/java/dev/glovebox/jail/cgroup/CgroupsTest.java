package dev.glovebox.jail.cgroup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Over folders that look like the kernel's; the kernel's own are met by the jail's tests. */
@Timeout(60)
final class CgroupsTest {
  @TempDir Path place;
  private Path proc;

  @BeforeEach
  void make() throws IOException {
    proc = Files.createDirectories(place.resolve("proc"));
    Files.createDirectories(proc.resolve("self"));
  }

  @Test
  void namesEveryControllerOfASystemWithoutCgroups() {
    try (Cgroups cgroups = Cgroups.open(proc)) {
      assertThat(cgroups.missing()).containsOnlyKeys(Controller.values());
      assertThat(cgroups.measures()).isEmpty();
      assertThat(cgroups.missing()).containsValue("this system has no cgroups");
    }
  }

  @Test
  void bindsNothingWhereNothingCanBeBound() throws IOException {
    try (Cgroups cgroups = Cgroups.open(proc);
        Cgroup cgroup = cgroups.make(new Bounds(1, 1, 1))) {
      assertThat(cgroup.doors()).isEmpty();
      assertThat(cgroup.hitMemoryBound()).isFalse();
    }
  }

  @Test
  void removesTheFoldersOfDeadHostsAndNoOthers() throws IOException {
    Path memory = Files.createDirectory(place.resolve("memory"));
    Files.writeString(proc.resolve("self/cgroup"), "4:memory:/\n");
    Files.writeString(
        proc.resolve("self/mountinfo"), "35 31 0:32 / " + memory + " rw - cgroup cgroup rw,memory");
    Path living = Files.createDirectory(proc.resolve("77"));
    Files.writeString(living.resolve("stat"), "77 (a b) S" + " 1".repeat(18) + " 4242 0");
    for (String name : List.of("glovebox-77-4242-1", "glovebox-77-1-1", "glovebox-78-4242-1")) {
      Files.createDirectory(memory.resolve(name));
    }
    Files.createDirectory(memory.resolve("somebody-else"));
    try (Cgroups cgroups = Cgroups.open(proc)) {
      assertThat(names(memory))
          .contains("glovebox-77-4242-1", "somebody-else")
          .doesNotContain("glovebox-77-1-1", "glovebox-78-4242-1");
      assertThat(cgroups.missing()).containsOnlyKeys(Controller.PIDS, Controller.CPU);
      assertThat(cgroups.measures()).containsExactly("cgroup-memory");
    }
    assertThat(names(memory)).containsExactlyInAnyOrder("glovebox-77-4242-1", "somebody-else");
  }

  @Test
  void aBoundThatCannotBeSetLeavesNothing() throws IOException {
    Path memory = Files.createDirectory(place.resolve("memory"));
    Files.writeString(proc.resolve("self/cgroup"), "4:memory:/\n");
    Files.writeString(
        proc.resolve("self/mountinfo"), "35 31 0:32 / " + memory + " rw - cgroup cgroup rw,memory");
    try (Cgroups cgroups = Cgroups.open(proc)) {
      // A plain folder has no control files.
      assertThatThrownBy(() -> cgroups.make(new Bounds(1, 1, 1))).isInstanceOf(IOException.class);
    }
    assertThat(names(memory)).isEmpty();
  }

  @Test
  void boundsThatBoundNothingAreRefused() {
    assertThatThrownBy(() -> new Bounds(0, 1, 1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Bounds(1, 0, 1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Bounds(1, 1, 0)).isInstanceOf(IllegalArgumentException.class);
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.map(entry -> String.valueOf(entry.getFileName())).toList();
    }
  }
}
