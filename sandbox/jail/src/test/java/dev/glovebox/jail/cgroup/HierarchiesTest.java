package dev.glovebox.jail.cgroup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class HierarchiesTest {
  @Test
  void readsTheFirstVersionWithControllersThatShareAHierarchy() {
    Hierarchies found =
        Hierarchies.parse(
            "4:memory:/user/a\n3:cpu,cpuacct:/\n2:pids:/user/a\n",
            """
            33 31 0:30 / /sys/fs/cgroup/cpu,cpuacct rw,relatime - cgroup cgroup rw,cpu,cpuacct
            35 31 0:32 / /sys/fs/cgroup/memory rw,relatime shared:9 - cgroup cgroup rw,memory
            39 31 0:36 /user /sys/fs/cgroup/pids rw,relatime - cgroup cgroup rw,pids
            40 31 0:37 / /sys/fs/cgroup/systemd rw,relatime - cgroup cgroup rw,name=systemd
            """);
    assertThat(found.first())
        .isEqualTo(
            Map.of(
                Controller.CPU, Path.of("/sys/fs/cgroup/cpu,cpuacct"),
                Controller.MEMORY, Path.of("/sys/fs/cgroup/memory/user/a"),
                Controller.PIDS, Path.of("/sys/fs/cgroup/pids/a")));
    assertThat(found.second()).isEmpty();
  }

  @Test
  void readsTheSecondVersion() {
    Hierarchies found =
        Hierarchies.parse(
            "0::/user.slice/session.scope\n",
            "31 23 0:28 / /sys/fs/cgroup rw,nosuid - cgroup2 cgroup2 rw,nsdelegate\n");
    assertThat(found.first()).isEmpty();
    assertThat(found.second()).contains(Path.of("/sys/fs/cgroup/user.slice/session.scope"));
    assertThat(found.secondTop()).contains(Path.of("/sys/fs/cgroup"));
  }

  @Test
  void readsBothAtOnce() {
    Hierarchies found =
        Hierarchies.parse(
            "4:memory:/a\n0::/b\n",
            """
            35 31 0:32 / /sys/fs/cgroup/memory rw - cgroup cgroup rw,memory
            41 31 0:38 / /sys/fs/cgroup/unified rw - cgroup2 cgroup2 rw
            """);
    assertThat(found.first()).containsOnlyKeys(Controller.MEMORY);
    assertThat(found.second()).contains(Path.of("/sys/fs/cgroup/unified/b"));
  }

  @Test
  void findsNothingWhereNothingIsMounted() {
    Hierarchies found = Hierarchies.parse("", "22 1 8:1 / / rw - ext4 /dev/vda rw\n");
    assertThat(found.first()).isEmpty();
    assertThat(found.second()).isEmpty();
  }
}
