package dev.glovebox.jail.bwrap;

import dev.glovebox.jail.view.Bind;
import dev.glovebox.jail.view.Programs;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * The whole command line that leads from the host to a process in a jail.
 *
 * @param doors files of cgroups to enter by
 * @param filter file with the system call filter
 * @param account user to become first; empty = the host's own, who is not root
 * @param fileBytesMax largest file the process may write
 */
record Launch(
    Programs programs,
    List<Path> doors,
    Path filter,
    OptionalInt account,
    Staging staging,
    List<Bind> binds,
    long fileBytesMax) {

  /** Descriptors of one process. */
  static final int DESCRIPTORS_MAX = 256;

  /** Processor time of one process: a day, so that only what the host forgot meets it. */
  static final int CPU_SECONDS_MAX = 86_400;

  /** Bytes below the one folder that can be written. */
  static final long TEMPORARY_BYTES_MAX = 64L * 1024 * 1024;

  /** Threads of one process, with those of the system's own. */
  static final int THREADS_MAX = 512;

  /** Who the process is inside: nobody. */
  static final int INSIDE = 65_534;

  private static final int FILTER_DESCRIPTOR = 9;

  /**
   * Enters the cgroups, opens the filter, shows what only root can see, and becomes the rest of its
   * arguments. Arguments are never part of its text.
   */
  private static final String SCRIPT =
      """
      set -eu
      umask 022
      while [ "$1" != -- ]; do echo 0 >"$1"; shift; done
      shift
      exec 9<"$1"
      shift
      place=$1
      mount=$2
      shift 2
      if [ -n "$place" ]; then
        "$mount" -n -t tmpfs -o mode=0755,size=1m glovebox "$place"
        n=0
        while [ "$1" != -- ]; do
          if [ -d "$1" ]; then mkdir "$place/$n"; else : >"$place/$n"; fi
          "$mount" -n --bind "$1" "$place/$n"
          n=$((n + 1))
          shift
        done
      fi
      shift
      echo 1000 >/proc/self/oom_score_adj || true
      exec "$@"
      """;

  Launch {
    doors = List.copyOf(doors);
    binds = List.copyOf(binds);
  }

  /** The command that ends in {@code inside}, whose paths are those of the jail. */
  List<String> command(List<String> inside) {
    List<String> command = new ArrayList<>();
    if (staging.place().isPresent()) {
      command.addAll(
          List.of(programs.path(Programs.UNSHARE), "--mount", "--propagation", "private", "--"));
    }
    command.addAll(List.of(programs.path(Programs.SHELL), "-c", SCRIPT, "jail"));
    doors.forEach(door -> command.add(door.toString()));
    command.addAll(
        List.of(
            "--",
            filter.toString(),
            staging.place().map(Path::toString).orElse(""),
            programs.path(Programs.MOUNT)));
    staging.mounts().forEach(mount -> command.add(mount.toString()));
    command.add("--");
    account.ifPresent(user -> command.addAll(become(user)));
    command.addAll(limits());
    command.addAll(bubblewrap());
    command.addAll(inside);
    return List.copyOf(command);
  }

  private List<String> become(int user) {
    return List.of(
        programs.path(Programs.SETPRIV),
        "--reuid=" + user,
        "--regid=" + user,
        "--clear-groups",
        "--no-new-privs",
        "--");
  }

  private List<String> limits() {
    List<String> limits =
        new ArrayList<>(
            List.of(
                programs.path(Programs.PRLIMIT),
                "--core=0",
                "--nofile=" + DESCRIPTORS_MAX,
                "--fsize=" + fileBytesMax,
                "--cpu=" + CPU_SECONDS_MAX));
    if (account.isPresent()) {
      // The host's own user has other processes, which would count.
      limits.add("--nproc=" + THREADS_MAX);
    }
    limits.add("--");
    return limits;
  }

  private List<String> bubblewrap() {
    List<String> words = new ArrayList<>();
    words.add(programs.path(Programs.BUBBLEWRAP));
    words.addAll(List.of("--seccomp", Integer.toString(FILTER_DESCRIPTOR)));
    words.addAll(List.of("--unshare-all", "--unshare-user", "--disable-userns"));
    words.addAll(List.of("--uid", Integer.toString(INSIDE), "--gid", Integer.toString(INSIDE)));
    words.addAll(List.of("--hostname", "worker"));
    words.addAll(List.of("--die-with-parent", "--new-session", "--as-pid-1"));
    words.addAll(List.of("--clearenv", "--setenv", "LANG", "C.UTF-8"));
    words.addAll(List.of("--cap-drop", "ALL"));
    for (Bind bind : binds) {
      words.addAll(
          List.of(
              bind.writable() ? "--bind" : "--ro-bind",
              staging.seen(bind.source()).toString(),
              bind.inside()));
    }
    words.addAll(List.of("--proc", "/proc"));
    words.addAll(List.of("--size", Long.toString(TEMPORARY_BYTES_MAX), "--tmpfs", "/tmp"));
    words.addAll(List.of("--dev", "/dev", "--remount-ro", "/dev", "--remount-ro", "/"));
    words.addAll(List.of("--chdir", "/tmp", "--"));
    return words;
  }

  /** Binds for {@code libraries}, real file by where a loader looks. */
  static List<Bind> libraries(Map<Path, Path> libraries) {
    return libraries.entrySet().stream()
        .map(entry -> Bind.readOnly(entry.getValue(), entry.getKey().toString()))
        .toList();
  }
}
