package dev.glovebox.jail.launch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * The whole command line that leads from the host to a process in a jail.
 *
 * @param doors files of cgroups to enter by
 * @param filter file with the system call filter, opened as {@link #FILTER_DESCRIPTOR}; or {@code
 *     /dev/null}
 * @param account user to become first; empty = the host's own, who is not root
 * @param allowance what the kernel holds the process to
 * @param family whether all that is started has a process namespace of its own, so that it ends
 *     with whoever started it, and not only its first process
 */
public record Launch(
    Programs programs,
    List<Path> doors,
    Path filter,
    OptionalInt account,
    Staging staging,
    Allowance allowance,
    boolean family) {

  /** What a JVM needs beside heap and direct memory: code, metadata, stacks, mapped archives. */
  public static final int NATIVE_MEBIBYTES = 384;

  /**
   * What each run beyond the first adds to that: the stack of its thread, which a guest can fill,
   * and what its connection takes.
   */
  public static final int NATIVE_MEBIBYTES_PER_RUN = 72;

  /** The same while a JVM writes an archive of its own memory. */
  public static final int MAKING_MEBIBYTES = 2048;

  /** Threads and processes of one child. */
  public static final int PROCESSES_MAX = 256;

  /** Processor time of one child: two processors. */
  public static final int CPU_PERCENT_MAX = 200;

  /** Bytes that a file of ours may have while images are made. */
  public static final long IMAGE_FILE_BYTES_MAX = 2L * 1024 * 1024 * 1024;

  /** Descriptors of one process. */
  public static final int DESCRIPTORS_MAX = 256;

  /**
   * Processor time of one process for each run that it may hold: a day, so that only what the host
   * forgot meets it.
   */
  public static final int CPU_SECONDS_MAX = 86_400;

  /** Bytes below the one folder that can be written. */
  public static final long TEMPORARY_BYTES_MAX = 64L * 1024 * 1024;

  /** Threads of one process, with those of the system's own. */
  public static final int THREADS_MAX = 512;

  private static final String DIES_WITH_PARENT = "--pdeathsig=KILL";

  /** Where the filter is open. */
  public static final int FILTER_DESCRIPTOR = 9;

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

  /** Copies the list. */
  public Launch {
    doors = List.copyOf(doors);
  }

  /** The command that ends in {@code builder}, which builds the jail and starts what is inside. */
  public List<String> command(List<String> builder) {
    List<String> command = new ArrayList<>();
    if (family) {
      command.addAll(together());
    } else if (staging.place().isPresent()) {
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
    command.addAll(builder);
    return List.copyOf(command);
  }

  /** A builder that is killed leaves its child alone: so both are in a namespace that ends. */
  private List<String> together() {
    List<String> words =
        new ArrayList<>(
            List.of(
                programs.path(Programs.SETPRIV),
                DIES_WITH_PARENT,
                "--",
                programs.path(Programs.UNSHARE)));
    if (account.isEmpty()) {
      words.addAll(List.of("--user", "--map-root-user"));
    }
    words.addAll(
        List.of(
            "--mount",
            "--propagation",
            "private",
            "--pid",
            "--fork",
            "--kill-child=KILL",
            "--mount-proc",
            "--"));
    return words;
  }

  private List<String> become(int user) {
    List<String> words =
        new ArrayList<>(
            List.of(
                programs.path(Programs.SETPRIV),
                "--reuid=" + user,
                "--regid=" + user,
                "--clear-groups",
                "--no-new-privs"));
    if (family) {
      // Becoming another user takes it away.
      words.add(DIES_WITH_PARENT);
    }
    words.add("--");
    return words;
  }

  private List<String> limits() {
    List<String> limits =
        new ArrayList<>(
            List.of(
                programs.path(Programs.PRLIMIT),
                "--core=0",
                "--nofile=" + DESCRIPTORS_MAX,
                "--fsize=" + allowance.fileBytes(),
                "--cpu=" + allowance.cpuSeconds()));
    if (account.isPresent()) {
      // The host's own user has other processes, which would count.
      limits.add("--nproc=" + THREADS_MAX);
    }
    limits.add("--");
    return limits;
  }
}
