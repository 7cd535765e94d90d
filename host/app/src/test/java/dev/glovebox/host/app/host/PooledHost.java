package dev.glovebox.host.app.host;

import dev.glovebox.host.app.Surroundings;
import dev.glovebox.jail.Tier;
import dev.glovebox.jail.WorkerKind;
import dev.glovebox.session.PoolBudget;
import dev.glovebox.session.PoolBudget.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;

/** A private host with one process of each kind waiting, which only served hosts have. */
public record PooledHost(PrivateHost host) {
  private static final PoolBudget ONE_OF_EACH = oneOfEach();

  /** Starts it; the caller closes its host. */
  public static PooledHost start(Surroundings surroundings) {
    return new PooledHost(
        PrivateHost.start(
            surroundings,
            Optional.empty(),
            PrivateHost.limits(surroundings, Optional.empty()),
            new PrivateHost.Terms(Tier.PROCESS, ONE_OF_EACH),
            _ -> {}));
  }

  private static PoolBudget oneOfEach() {
    EnumSet<Kind> all = EnumSet.allOf(Kind.class);
    return new PoolBudget(all.stream().mapToLong(Kind::footprintMebibytes).sum(), all);
  }

  /** Returns when a worker of {@code kind} waits. */
  public void await(WorkerKind kind) throws InterruptedException {
    while (host.pool().waiting(kind) == 0) {
      Thread.sleep(50);
    }
  }

  /** Workers of {@code kind} that waited and were given to a run. */
  public long handedOver(WorkerKind kind) {
    return host.pool().handedOver(kind);
  }

  /** What one of each kind is counted with. */
  public static long budgetMebibytes() {
    return ONE_OF_EACH.mebibytes();
  }

  /** What the machine's memory holds of every JVM below this one; 0 if the kernel does not tell. */
  public static long childrensMebibytes() {
    return ProcessHandle.current()
            .descendants()
            .map(ProcessHandle::pid)
            .filter(PooledHost::isJava)
            .mapToLong(PooledHost::kibibytes)
            .sum()
        / 1024;
  }

  private static boolean isJava(long pid) {
    return text(pid, "comm").strip().equals("java");
  }

  private static long kibibytes(long pid) {
    return text(pid, "smaps_rollup")
        .lines()
        .filter(line -> line.startsWith("Pss:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
        .sum();
  }

  private static String text(long pid, String name) {
    try {
      return Files.readString(Path.of("/proc", Long.toString(pid), name));
    } catch (IOException e) {
      return ""; // It has ended, or this system has no such file.
    }
  }
}
