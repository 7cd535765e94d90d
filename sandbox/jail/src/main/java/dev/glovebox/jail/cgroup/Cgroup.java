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
  /** How often it is tried to remove a folder: the kernel lets go of a process a little later. */
  static final int REMOVALS_MAX = 1000;

  private static final Duration REMOVAL_PAUSE = Duration.ofMillis(2);
  private static final Pattern KILLS = Pattern.compile("(?m)^oom_kill ([0-9]+)$");

  private static final Pattern REFUSALS = Pattern.compile("(?m)^max ([0-9]+)$");

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
            counted(folder.resolve("memory.oom_control"), KILLS)
                || counted(folder.resolve("memory.events"), KILLS));
  }

  private static boolean counted(Path file, Pattern events) {
    try {
      Matcher found = events.matcher(Files.readString(file));
      return found.find() && !found.group(1).equals("0");
    } catch (IOException e) {
      // Not there in the other version, or for another controller.
      return false;
    }
  }

  /** Whether the kernel refused a process in here another thread or process at its bound. */
  public boolean hitThreadBound() {
    return folders.stream().anyMatch(folder -> counted(folder.resolve("pids.events"), REFUSALS));
  }

  /** Removes the folders, once the last process has left; gives up after a while. Never throws. */
  @Override
  public void close() {
    folders.forEach(Cgroup::remove);
  }

  private static void remove(Path folder) {
    boolean interrupted = false;
    for (int attempt = 0; attempt < REMOVALS_MAX; attempt++) {
      try {
        Files.deleteIfExists(folder);
        break;
      } catch (IOException e) {
        // Somebody is still in it. What stays after the last attempt the next host sweeps.
        interrupted |= !pause();
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static boolean pause() {
    try {
      Thread.sleep(REMOVAL_PAUSE);
      return true;
    } catch (InterruptedException e) {
      return false;
    }
  }
}
