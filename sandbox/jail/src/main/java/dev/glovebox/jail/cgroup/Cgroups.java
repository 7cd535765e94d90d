package dev.glovebox.jail.cgroup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * One host's folders in the machine's cgroups, in which each child gets its own. Thread-safe.
 *
 * <p>A controller that cannot be used is not an error: it is named in {@link #missing} with why.
 */
public final class Cgroups implements AutoCloseable {
  private static final int PERIOD_MICROS = 100_000;
  private static final int PERCENT = 100;

  /** Children get less than the host where both want a processor. */
  private static final String SHARES = "512";

  private static final String WEIGHT = "50";

  private final Map<Controller, Path> first;
  private final Optional<Path> second;
  private final List<Controller> secondControllers;
  private final Map<Controller, String> missing;
  private final AtomicLong next = new AtomicLong();

  private Cgroups(
      Map<Controller, Path> first,
      Optional<Path> second,
      List<Controller> secondControllers,
      Map<Controller, String> missing) {
    this.first = Map.copyOf(first);
    this.second = second;
    this.secondControllers = List.copyOf(secondControllers);
    this.missing = Map.copyOf(missing);
  }

  /**
   * Makes this process's folders where it may, after removing those of hosts that are gone.
   *
   * @param proc the folder {@code /proc}
   */
  public static Cgroups open(Path proc) {
    Map<Controller, Path> first = new EnumMap<>(Controller.class);
    Map<Controller, String> missing = new EnumMap<>(Controller.class);
    Hierarchies found;
    try {
      found = Hierarchies.of(proc.resolve("self"));
    } catch (IOException e) {
      for (Controller controller : Controller.values()) {
        missing.put(controller, "this system has no cgroups");
      }
      return new Cgroups(first, Optional.empty(), List.of(), missing);
    }
    HostFolder folder = HostFolder.of(proc);
    for (Map.Entry<Controller, Path> place : found.first().entrySet()) {
      try {
        first.put(place.getKey(), folder.makeIn(place.getValue()));
      } catch (IOException e) {
        missing.put(place.getKey(), place.getValue() + " cannot be written to");
      }
    }
    List<Controller> wanted = new ArrayList<>(List.of(Controller.values()));
    wanted.removeAll(found.first().keySet());
    SecondVersion second = SecondVersion.open(found, folder, wanted);
    missing.putAll(second.missing());
    return new Cgroups(first, second.folder(), second.controllers(), missing);
  }

  /** Bounds nothing, as on a system without cgroups. */
  public static Cgroups none() {
    Map<Controller, String> missing = new EnumMap<>(Controller.class);
    for (Controller controller : Controller.values()) {
      missing.put(controller, "not asked for");
    }
    return new Cgroups(Map.of(), Optional.empty(), List.of(), missing);
  }

  /** The controllers that cannot be used, with why. */
  public Map<Controller, String> missing() {
    return new TreeMap<>(missing);
  }

  /** The controllers in force, for records: {@code cgroup-memory} and so on. */
  public List<String> measures() {
    List<String> names = new ArrayList<>();
    for (Controller controller : Controller.values()) {
      if (!missing.containsKey(controller)) {
        names.add("cgroup-" + controller.text());
      }
    }
    return List.copyOf(names);
  }

  /**
   * Makes the folders of one child with {@code bounds}.
   *
   * @throws IOException if a bound that is in force elsewhere cannot be set; nothing is left
   */
  public Cgroup make(Bounds bounds) throws IOException {
    String name = "w" + next.incrementAndGet();
    List<Path> made = new ArrayList<>();
    try {
      for (Map.Entry<Controller, Path> place : new TreeMap<>(first).entrySet()) {
        Path folder = place.getValue().resolve(name);
        // Two controllers may share one hierarchy.
        if (!made.contains(folder)) {
          Files.createDirectory(folder);
          made.add(folder);
        }
        boundFirst(folder, place.getKey(), bounds);
      }
      if (second.isPresent()) {
        Path folder = Files.createDirectory(second.get().resolve(name));
        made.add(folder);
        for (Controller controller : secondControllers) {
          boundSecond(folder, controller, bounds);
        }
      }
      return new Cgroup(made);
    } catch (IOException e) {
      new Cgroup(made).close();
      throw e;
    }
  }

  private static void boundFirst(Path folder, Controller controller, Bounds bounds)
      throws IOException {
    switch (controller) {
      case MEMORY -> {
        write(folder.resolve("memory.limit_in_bytes"), Long.toString(bounds.memoryBytes()));
        Path swap = folder.resolve("memory.memsw.limit_in_bytes");
        if (Files.exists(swap)) {
          write(swap, Long.toString(bounds.memoryBytes()));
        }
      }
      case PIDS -> write(folder.resolve("pids.max"), Integer.toString(bounds.processes()));
      case CPU -> {
        write(folder.resolve("cpu.cfs_period_us"), Integer.toString(PERIOD_MICROS));
        write(folder.resolve("cpu.cfs_quota_us"), Integer.toString(quota(bounds)));
        write(folder.resolve("cpu.shares"), SHARES);
      }
    }
  }

  private static void boundSecond(Path folder, Controller controller, Bounds bounds)
      throws IOException {
    switch (controller) {
      case MEMORY -> {
        write(folder.resolve("memory.max"), Long.toString(bounds.memoryBytes()));
        Path swap = folder.resolve("memory.swap.max");
        if (Files.exists(swap)) {
          write(swap, "0");
        }
      }
      case PIDS -> write(folder.resolve("pids.max"), Integer.toString(bounds.processes()));
      case CPU -> {
        write(folder.resolve("cpu.max"), quota(bounds) + " " + PERIOD_MICROS);
        write(folder.resolve("cpu.weight"), WEIGHT);
      }
    }
  }

  private static int quota(Bounds bounds) {
    return bounds.cpuPercent() * (PERIOD_MICROS / PERCENT);
  }

  static void write(Path file, String text) throws IOException {
    // No option to create: what is not there is not a control file.
    Files.write(file, text.getBytes(StandardCharsets.US_ASCII), StandardOpenOption.WRITE);
  }

  /** Removes this host's folders; those of children that still live stay. Never throws. */
  @Override
  public void close() {
    first.values().forEach(HostFolder::removeIfEmpty);
    second.ifPresent(HostFolder::removeIfEmpty);
  }
}
