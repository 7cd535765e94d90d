package dev.glovebox.jail.cgroup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One process's folders in the hierarchies in force, with bounds set. Thread-safe. */
public final class Cgroup implements AutoCloseable {
  /** Longest wait for the kernel to let go of a process that has ended. */
  static final Duration REMOVAL_WAIT_MAX = Duration.ofSeconds(2);

  private static final Duration REMOVAL_PAUSE = Duration.ofMillis(2);
  private static final Pattern KILLS = Pattern.compile("(?m)^oom_kill ([0-9]+)$");

  private final List<Path> folders;

  Cgroup(List<Path> folders) {
    this.folders = List.copyOf(folders);
  }

  /** The files into which a process writes {@code 0} to enter; empty where nothing is bounded. */
  public List<Path> doors() {
    return folders.stream().map(folder -> folder.resolve("cgroup.procs")).toList();
  }

  /** Whether the kernel killed a process in here at its bound of memory. */
  public boolean hitMemoryBound() {
    return folders.stream()
        .anyMatch(folder ->
            kills(folder.resolve("memory.oom_control")) || kills(folder.resolve("memory.events")));
  }

  private static boolean kills(Path file) {
    try {
      Matcher found = KILLS.matcher(Files.readString(file));
      return found.find() && !found.group(1).equals("0");
    } catch (IOException e) {
      // Not there in the other version, or for another controller.
      return false;
    }
  }

  /** Removes the folders, once the last process has left; gives up after a while. Never throws. */
  @Override
  public void close() {
    long deadline = System.nanoTime() + REMOVAL_WAIT_MAX.toNanos();
    folders.forEach(folder -> remove(folder, deadline));
  }

  private static void remove(Path folder, long deadline) {
    while (true) {
      try {
        Files.deleteIfExists(folder);
        return;
      } catch (IOException e) {
        if (System.nanoTime() > deadline) {
          // The next start of a host sweeps what is left.
          return;
        }
      }
      try {
        Thread.sleep(REMOVAL_PAUSE);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }
}
