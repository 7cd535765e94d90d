package dev.glovebox.jail.cgroup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where this process lies in the machine's cgroups, read from {@code /proc/self}.
 *
 * @param first folder of this process by controller, in version 1
 * @param second folder of this process in version 2
 * @param secondTop folder of the top of version 2
 * @see <a href="https://docs.kernel.org/admin-guide/cgroup-v2.html">Control Group v2</a>
 */
record Hierarchies(Map<Controller, Path> first, Optional<Path> second, Optional<Path> secondTop) {
  private static final int ROOT = 3;
  private static final int MOUNT_POINT = 4;

  Hierarchies {
    first = Map.copyOf(first);
  }

  /** Reads {@code cgroup} and {@code mountinfo} below {@code process}. */
  static Hierarchies of(Path process) throws IOException {
    return parse(
        Files.readString(process.resolve("cgroup")),
        Files.readString(process.resolve("mountinfo")));
  }

  static Hierarchies parse(String cgroup, String mountInfo) {
    Map<Controller, Path> first = new EnumMap<>(Controller.class);
    Optional<Path> second = Optional.empty();
    Optional<Path> top = Optional.empty();
    for (String line : mountInfo.lines().toList()) {
      List<String> words = Arrays.asList(line.split(" ", -1));
      int dash = words.indexOf("-");
      if (dash < 0 || words.size() < dash + 4) {
        continue;
      }
      String type = words.get(dash + 1);
      List<String> options = Arrays.asList(words.get(dash + 3).split(",", -1));
      if (type.equals("cgroup2")) {
        top = Optional.of(Path.of(words.get(MOUNT_POINT)));
        second = own(cgroup, "").map(path -> place(words, path));
      } else if (type.equals("cgroup")) {
        for (Controller controller : Controller.values()) {
          if (options.contains(controller.text())) {
            own(cgroup, controller.text())
                .ifPresent(path -> first.put(controller, place(words, path)));
          }
        }
      }
    }
    return new Hierarchies(first, second, top);
  }

  /** The line of /proc/self/cgroup for a controller; the empty one is version 2's. */
  private static Optional<String> own(String cgroup, String controller) {
    return cgroup
        .lines()
        .map(line -> line.split(":", 3))
        .filter(parts -> parts.length == 3)
        .filter(parts -> Arrays.asList(parts[1].split(",", -1)).contains(controller))
        .map(parts -> parts[2])
        .findFirst();
  }

  private static Path place(List<String> mount, String path) {
    Path point = Path.of(mount.get(MOUNT_POINT));
    Path root = Path.of(mount.get(ROOT));
    Path own = Path.of(path);
    // A container may see a part of the tree alone.
    Path below = own.startsWith(root) ? root.relativize(own) : Path.of("");
    return point.resolve(below).normalize();
  }
}
