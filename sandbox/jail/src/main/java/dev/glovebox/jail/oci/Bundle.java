package dev.glovebox.jail.oci;

import dev.glovebox.jail.PrivateFolder;
import dev.glovebox.jail.launch.Allowance;
import dev.glovebox.jail.launch.Launch;
import dev.glovebox.jail.seccomp.Architecture;
import dev.glovebox.jail.seccomp.SeccompProfile;
import dev.glovebox.jail.view.Bind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * The folder that describes one child to an OCI runtime: {@code config.json}, an empty root in
 * which the runtime makes the places of mounts, and a folder for the runtime's own state.
 *
 * @see <a href="https://github.com/opencontainers/runtime-spec/blob/main/config.md">Configuration
 *     of the OCI runtime specification</a>
 */
record Bundle(Path folder) {
  private static final String VERSION = "1.0.2";
  private static final String ROOT = "rootfs";
  private static final String STATE = "state";

  /** As the child sees itself: the first process of its namespace. */
  private static final int FIRST_PROCESS = 1;

  private static final int KILLED_FIRST = 1000;

  /** Of a namespace in which nobody has rights over anything outside. */
  static final int INSIDE = 0;

  private static final List<String> NAMESPACES =
      List.of("user", "pid", "mount", "network", "ipc", "uts", "cgroup");

  private static final List<String> CAPABILITIES =
      List.of("bounding", "effective", "inheritable", "permitted", "ambient");

  private static final List<String> MASKED =
      List.of(
          "/proc/acpi",
          "/proc/asound",
          "/proc/kcore",
          "/proc/keys",
          "/proc/latency_stats",
          "/proc/timer_list",
          "/proc/timer_stats",
          "/proc/sched_debug",
          "/proc/scsi");

  private static final List<String> READ_ONLY =
      List.of("/proc/bus", "/proc/fs", "/proc/irq", "/proc/sys", "/proc/sysrq-trigger");

  /**
   * What a bundle says.
   *
   * @param binds sources as whoever starts the runtime sees them
   * @param outside the user that the child's own user is, as whoever starts the runtime sees it
   * @param command paths are those of the jail
   */
  record Content(
      Architecture architecture,
      List<Bind> binds,
      int outside,
      List<String> command,
      Allowance allowance) {
    Content {
      binds = List.copyOf(binds);
      command = List.copyOf(command);
    }
  }

  /**
   * Makes an empty one in {@code scratch}.
   *
   * @param account who starts the runtime, if it is not this process's user
   */
  static Bundle make(Path scratch, OptionalInt account) throws IOException {
    Bundle bundle = new Bundle(Files.createTempDirectory(scratch, "oci-"));
    try {
      for (Path made :
          List.of(bundle.folder, bundle.folder.resolve(ROOT), bundle.folder.resolve(STATE))) {
        Files.createDirectories(made);
        if (account.isPresent()) {
          Files.setAttribute(made, "unix:uid", account.getAsInt());
        }
      }
      return bundle;
    } catch (IOException e) {
      bundle.remove();
      throw e;
    }
  }

  /** Writes {@code config.json}. */
  void write(Content content) throws IOException {
    Files.writeString(folder.resolve("config.json"), JsonText.of(configuration(content)));
  }

  /** The words that make {@code runtime} run what is in the bundle, seen at {@code seen}. */
  static List<String> words(Path runtime, Path seen) {
    return List.of(
        runtime.toString(),
        "--root",
        seen.resolve(STATE).toString(),
        "run",
        "--bundle",
        seen.toString(),
        String.valueOf(seen.getFileName()) + "-child");
  }

  static Map<String, Object> configuration(Content content) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("ociVersion", VERSION);
    all.put("process", process(content));
    all.put("root", Map.of("path", ROOT, "readonly", true));
    all.put("hostname", "worker");
    all.put("mounts", mounts(content.binds()));
    Map<String, Object> linux = new LinkedHashMap<>();
    List<Object> mapping =
        List.of(Map.of("containerID", INSIDE, "hostID", content.outside(), "size", 1));
    linux.put("uidMappings", mapping);
    linux.put("gidMappings", mapping);
    linux.put("namespaces", NAMESPACES.stream().map(name -> Map.of("type", name)).toList());
    linux.put("maskedPaths", MASKED);
    linux.put("readonlyPaths", READ_ONLY);
    linux.put("seccomp", SeccompProfile.section(content.architecture(), FIRST_PROCESS));
    all.put("linux", linux);
    return all;
  }

  private static Map<String, Object> process(Content content) {
    Map<String, Object> process = new LinkedHashMap<>();
    process.put("terminal", false);
    process.put("user", Map.of("uid", INSIDE, "gid", INSIDE));
    process.put("args", content.command());
    process.put("env", List.of("LANG=C.UTF-8"));
    process.put("cwd", "/tmp");
    Map<String, Object> none = new LinkedHashMap<>();
    CAPABILITIES.forEach(set -> none.put(set, List.of()));
    process.put("capabilities", none);
    process.put(
        "rlimits",
        List.of(
            limit("RLIMIT_CORE", 0),
            limit("RLIMIT_NOFILE", Launch.DESCRIPTORS_MAX),
            limit("RLIMIT_FSIZE", content.allowance().fileBytes()),
            limit("RLIMIT_CPU", content.allowance().cpuSeconds())));
    process.put("noNewPrivileges", true);
    process.put("oomScoreAdj", KILLED_FIRST);
    return process;
  }

  private static Map<String, Object> limit(String name, long value) {
    return Map.of("type", name, "hard", value, "soft", value);
  }

  private static List<Object> mounts(List<Bind> binds) {
    List<Object> mounts = new ArrayList<>();
    for (Bind bind : binds) {
      mounts.add(
          mount(
              bind.inside(),
              "bind",
              bind.source().toString(),
              List.of("bind", bind.writable() ? "rw" : "ro", "nosuid", "nodev")));
    }
    mounts.add(mount("/proc", "proc", "proc", List.of("ro", "nosuid", "noexec", "nodev")));
    mounts.add(
        mount(
            "/tmp",
            "tmpfs",
            "tmpfs",
            List.of(
                "nosuid", "noexec", "nodev", "mode=0700", "size=" + Launch.TEMPORARY_BYTES_MAX)));
    mounts.add(
        mount(
            "/dev", "tmpfs", "tmpfs", List.of("ro", "nosuid", "noexec", "mode=0755", "size=64k")));
    return mounts;
  }

  private static Map<String, Object> mount(
      String destination, String type, String source, List<String> options) {
    Map<String, Object> mount = new LinkedHashMap<>();
    mount.put("destination", destination);
    mount.put("type", type);
    mount.put("source", source);
    mount.put("options", options);
    return mount;
  }

  /** Removes it with all that the runtime left. Never throws. */
  void remove() {
    PrivateFolder.remove(folder);
  }
}
