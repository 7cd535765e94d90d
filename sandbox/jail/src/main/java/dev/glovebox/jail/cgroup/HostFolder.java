package dev.glovebox.jail.cgroup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The name of a host's folder: its process and when that started, so that a later host can tell the
 * folders of dead hosts from those of living ones.
 *
 * @param name holds both, and tells several folders of one process apart
 */
record HostFolder(Path proc, String name) {
  private static final String PREFIX = "glovebox-";
  private static final Pattern NAME = Pattern.compile("glovebox-([0-9]+)-([0-9]+)-[0-9]+");

  /** Place of the start time in {@code /proc/PID/stat}, counted from behind the name. */
  private static final int START_TIME = 20;

  private static final AtomicLong COUNT = new AtomicLong();

  static HostFolder of(Path proc) {
    long own = ProcessHandle.current().pid();
    return new HostFolder(
        proc,
        PREFIX + own + "-" + startTime(proc, Long.toString(own)) + "-" + COUNT.incrementAndGet());
  }

  /** Removes the folders of dead hosts below {@code parent}, and makes ours. */
  Path makeIn(Path parent) throws IOException {
    for (Path left : named(parent)) {
      Matcher parts = NAME.matcher(String.valueOf(left.getFileName()));
      if (parts.matches() && !startTime(proc, parts.group(1)).equals(parts.group(2))) {
        removeAll(left);
      }
    }
    Path made = parent.resolve(name);
    if (!Files.isDirectory(made)) {
      Files.createDirectory(made);
    }
    return made;
  }

  private static List<Path> named(Path parent) throws IOException {
    try (Stream<Path> entries = Files.list(parent)) {
      return entries
          .filter(entry -> String.valueOf(entry.getFileName()).startsWith(PREFIX))
          .toList();
    }
  }

  /** Ends what is left in the folders of a dead host, and removes them. */
  private static void removeAll(Path host) {
    try (Stream<Path> entries = Files.list(host)) {
      List<Path> children = entries.filter(Files::isDirectory).toList();
      for (Path child : children) {
        endAll(child);
      }
      new Cgroup(children).close();
    } catch (IOException | NumberFormatException e) {
      // Somebody else removes it at the same time, or may and we may not.
    }
    removeIfEmpty(host);
  }

  private static void endAll(Path child) throws IOException {
    Path kill = child.resolve("cgroup.kill");
    if (Files.exists(kill)) {
      // Version 2: also whom a fork brings in meanwhile.
      Cgroups.write(kill, "1");
      return;
    }
    Files.readAllLines(child.resolve("cgroup.procs")).stream()
        .map(Long::parseLong)
        .flatMap(process -> ProcessHandle.of(process).stream())
        .forEach(ProcessHandle::destroyForcibly);
  }

  static void removeIfEmpty(Path folder) {
    try {
      Files.deleteIfExists(folder);
    } catch (IOException e) {
      // A child is still in it; the next host removes it.
    }
  }

  private static String startTime(Path proc, String process) {
    try {
      String text = Files.readString(proc.resolve(process).resolve("stat"));
      // The name in parentheses may hold spaces.
      String[] fields = text.substring(text.lastIndexOf(')') + 1).trim().split(" ", -1);
      return fields.length >= START_TIME ? fields[START_TIME - 1] : "0";
    } catch (IOException e) {
      return "0";
    }
  }
}
