package dev.glovebox.jail;

import dev.glovebox.jail.seccomp.Filter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Tier {@code process}: an own JVM with cleared environment, bounded memory, deadline and kill.
 *
 * <p>The child has the host's uid. Where the jail is given a launcher, children can open the files
 * of their image and no others; where it is given a filter, they give up exec, new processes and
 * new sockets before they read what a candidate wrote. Stronger tiers exist; this one says what it
 * does in {@link #isolationMeasures()} and nothing more.
 */
public final class ProcessJail implements Jail {
  /** The measures of this tier, in the order of reports. */
  public static final List<String> MEASURES =
      List.of(
          "own-jvm",
          "cleared-environment",
          "bounded-heap",
          "bounded-direct-memory",
          "exit-on-out-of-memory",
          "no-attach",
          "host-deadline",
          "stdin-nonce",
          "private-folder");

  /** The one of them that stronger tiers replace. */
  public static final String PRIVATE_FOLDER = "private-folder";

  /** Hold where children lock themselves: on Linux with seccomp. */
  public static final List<String> LOCKDOWN =
      List.of(
          "no-new-privileges", "seccomp-allow-list", "no-exec", "no-new-process", "no-new-sockets");

  /** Holds where they cannot, or nobody asked them to. */
  public static final String NO_LOCKDOWN = "absent:seccomp-allow-list";

  /** Holds where nothing hides the user's files from children. */
  public static final String NO_LAUNCHER = "absent:landlock";

  /** Holds where children run on a runtime of the modules that they need, and no others. */
  public static final String MINIMAL_RUNTIME = "minimal-runtime";

  private final Path java;
  private volatile List<String> measures;
  private final Optional<Filter> filter;
  private final Optional<Launcher> launcher;
  private final Path scratch;
  private final Spawner spawner = new Spawner();

  /**
   * Makes a jail whose children read the user's files and do not lock themselves; starts no process
   * yet.
   *
   * @param java the {@code java} executable of the runtime that children use
   * @param scratch an existing folder in which each child's private folder is made
   */
  public ProcessJail(Path java, Path scratch) {
    this(java, scratch, false, Optional.empty(), Optional.empty());
  }

  /**
   * Makes a jail; starts no process yet.
   *
   * @param minimalRuntime whether {@code java} is of a runtime that holds nothing but what children
   *     need
   * @param filter what children install on themselves before they read what a candidate wrote
   * @param launcher what confines a child before its first instruction
   */
  public ProcessJail(
      Path java,
      Path scratch,
      boolean minimalRuntime,
      Optional<Filter> filter,
      Optional<? extends Launcher> launcher) {
    this.java = java.toAbsolutePath();
    this.filter = filter;
    this.launcher = launcher.map(one -> one);
    List<String> all = new ArrayList<>(MEASURES);
    if (minimalRuntime) {
      all.add(MINIMAL_RUNTIME);
    }
    if (filter.isPresent()) {
      all.addAll(LOCKDOWN);
    } else {
      all.add(NO_LOCKDOWN);
    }
    launcher.ifPresentOrElse(one -> all.addAll(one.measures()), () -> all.add(NO_LAUNCHER));
    this.measures = List.copyOf(all);
    this.scratch = scratch.toAbsolutePath();
  }

  @Override
  public Tier tier() {
    return Tier.PROCESS;
  }

  @Override
  public List<String> isolationMeasures() {
    return measures;
  }

  /** Adds to the measures what a trial brought to light, as {@code name=value}. */
  public void tried(List<String> facts) {
    measures =
        Stream.concat(measures.stream(), facts.stream().map(fact -> "tried:" + fact)).toList();
  }

  @Override
  public JailedProcess start(ProcessImage image, ProcessLimits limits, Optional<Path> socket)
      throws IOException {
    Path folder =
        Files.createTempDirectory(
            scratch,
            image.name() + "-",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    try {
      ProcessBuilder builder = new ProcessBuilder(command(image, limits, folder));
      builder.environment().clear();
      builder.environment().put("LANG", "C.UTF-8");
      builder.directory(folder.toFile());
      return spawner.start(image.name(), builder, socket, () -> PrivateFolder.remove(folder));
    } catch (IOException e) {
      PrivateFolder.remove(folder);
      throw e;
    }
  }

  private List<String> command(ProcessImage image, ProcessLimits limits, Path folder)
      throws IOException {
    List<String> flags = new ArrayList<>(image.jvmFlags());
    filter.ifPresent(locked -> flags.add(lockdownFlag(locked)));
    List<String> child =
        JavaCommand.of(
            image.runtime().map(JavaCommand::in).orElse(java).toString(),
            flags,
            limits,
            folder.toString(),
            image.classPath().stream().map(entry -> entry.toAbsolutePath().toString()).toList(),
            image.mainClass());
    return launcher.isPresent() ? launcher.get().command(image, folder, child) : child;
  }

  /** The flag that makes a child install {@code filter} on itself. */
  public static String lockdownFlag(Filter filter) {
    return "-Dglovebox.lockdown=" + Base64.getEncoder().encodeToString(filter.bytes());
  }

  @Override
  public void close() {
    spawner.close();
  }
}
