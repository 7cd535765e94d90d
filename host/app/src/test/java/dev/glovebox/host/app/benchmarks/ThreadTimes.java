package dev.glovebox.host.app.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Processor time of each thread of some processes, by the kernel's own count in nanoseconds. A
 * thread that ends takes its time with it.
 *
 * @param threads by process and thread
 */
record ThreadTimes(Map<String, Spent> threads) {
  /** What a thread, by the first 15 bytes of its name, has spent. */
  record Spent(String name, long nanos) {}

  /** Looks at {@code pids} now. */
  static ThreadTimes of(List<Long> pids) {
    Map<String, Spent> threads = new HashMap<>();
    for (long pid : pids) {
      try (Stream<Path> tasks = Files.list(Path.of("/proc", Long.toString(pid), "task"))) {
        tasks.forEach(task -> add(threads, task));
      } catch (IOException _) {
        // It has ended.
      }
    }
    return new ThreadTimes(threads);
  }

  private static void add(Map<String, Spent> threads, Path task) {
    try {
      String name = Files.readString(task.resolve("comm")).strip();
      String nanos = Files.readString(task.resolve("schedstat")).split(" ", 2)[0];
      threads.put(task.toString(), new Spent(name, Long.parseLong(nanos)));
    } catch (IOException _) {
      // The thread has ended.
    }
  }

  /** All that was spent since {@code before}. */
  Duration since(ThreadTimes before) {
    return Duration.ofNanos(byName(before).values().stream().mapToLong(Long::longValue).sum());
  }

  /** What was spent since {@code before}, by names without their numbers. */
  Map<String, Long> byName(ThreadTimes before) {
    Map<String, Long> spent = new TreeMap<>();
    threads.forEach((thread, now) -> {
      Spent then = before.threads().getOrDefault(thread, new Spent(now.name(), 0));
      spent.merge(
          now.name().replaceAll("[-# ]*[0-9]+$", ""), now.nanos() - then.nanos(), Long::sum);
    });
    return spent;
  }
}
