package dev.glovebox.jail.bwrap;

import dev.glovebox.jail.Jail;
import dev.glovebox.jail.JailedProcess;
import dev.glovebox.jail.ProcessImage;
import dev.glovebox.jail.ProcessJail;
import dev.glovebox.jail.ProcessLimits;
import dev.glovebox.jail.Spawner;
import dev.glovebox.jail.Tier;
import dev.glovebox.jail.TierProbe;
import dev.glovebox.jail.cgroup.Bounds;
import dev.glovebox.jail.cgroup.Cgroup;
import dev.glovebox.jail.cgroup.Cgroups;
import dev.glovebox.jail.launch.Accounts;
import dev.glovebox.jail.launch.Allowance;
import dev.glovebox.jail.launch.BoundHoldings;
import dev.glovebox.jail.launch.Contents;
import dev.glovebox.jail.launch.JailSettings;
import dev.glovebox.jail.launch.Launch;
import dev.glovebox.jail.launch.Programs;
import dev.glovebox.jail.launch.RuntimeLibraries;
import dev.glovebox.jail.launch.Staging;
import dev.glovebox.jail.seccomp.Filter;
import dev.glovebox.jail.view.Bind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * Tier {@code bwrap}: every child in namespaces of its own, as nobody, over a read-only image, with
 * a system call filter from its first instruction on and bounds that the kernel holds.
 *
 * <p>Started by root, each child has a user of its own, because bubblewrap must never be started by
 * root: inside, {@code /proc/sys/kernel/core_pattern} could then be opened for writing.
 */
public final class BwrapJail implements Jail {
  /** The measures of this tier that need nothing beside bubblewrap, in the order of reports. */
  public static final List<String> MEASURES =
      List.of(
          "user-namespace",
          "mount-namespace",
          "pid-namespace",
          "network-namespace",
          "ipc-namespace",
          "uts-namespace",
          "cgroup-namespace",
          "read-only-image",
          "bounded-tmp",
          "no-capabilities",
          "own-session",
          "die-with-parent",
          "resource-limits");

  /** Holds where root started the host. */
  public static final String OWN_ACCOUNT = "own-user-per-process";

  private static final String SOCKET = "/sock/host.sock";
  private static final String FILTER_FILE = "filter.bpf";

  /** As the child sees itself: the first process of its namespace. */
  private static final int FIRST_PROCESS = 1;

  private final JailSettings settings;
  private final Programs programs;
  private final Optional<Accounts> accounts;
  private final RuntimeLibraries libraries;
  private final Path filter;
  private final Cgroups cgroups;
  private volatile List<String> measures;
  private final Spawner spawner = new Spawner();

  private BwrapJail(
      JailSettings settings, Optional<Accounts> accounts, RuntimeLibraries libraries) {
    this.settings = settings;
    this.programs = new Programs(settings.programs());
    this.accounts = accounts;
    this.libraries = libraries;
    this.filter = settings.scratch().resolve(FILTER_FILE);
    this.cgroups = Cgroups.open(Path.of("/proc"));
    List<String> all = new ArrayList<>(ProcessJail.MEASURES);
    all.remove(ProcessJail.PRIVATE_FOLDER);
    if (settings.minimalRuntime()) {
      all.add(ProcessJail.MINIMAL_RUNTIME);
    }
    all.addAll(ProcessJail.LOCKDOWN);
    all.addAll(MEASURES);
    accounts.ifPresent(_ -> all.add(OWN_ACCOUNT));
    all.addAll(cgroups.measures());
    this.measures = List.copyOf(all);
  }

  /**
   * Makes a jail; starts no process yet. {@link BwrapProbe} tells whether one can.
   *
   * @param root whether this process is root's
   * @throws IOException if the runtime or what it needs cannot be read, or the filter not be
   *     written
   */
  static BwrapJail open(JailSettings settings, boolean root) throws IOException {
    RuntimeLibraries libraries = new RuntimeLibraries(settings.runtime());
    BwrapJail jail =
        new BwrapJail(
            settings,
            root ? Optional.of(new Accounts(settings.accountSeed())) : Optional.empty(),
            libraries);
    Files.write(jail.filter, Filter.whole(settings.architecture(), FIRST_PROCESS).bytes());
    if (settings.output().isPresent()) {
      // Its parent is closed to others; the users of children are not known before they start.
      Files.setPosixFilePermissions(
          settings.output().get(), PosixFilePermissions.fromString("rwxrwxrwx"));
    }
    return jail;
  }

  @Override
  public Tier tier() {
    return Tier.BWRAP;
  }

  @Override
  public List<String> isolationMeasures() {
    return measures;
  }

  /** Adds to the measures what a trial of this jail brought to light. */
  void tried(TierProbe probe) {
    measures =
        Stream.of(measures, probe.facts().stream().map(fact -> "tried:" + fact).toList(), absent())
            .flatMap(List::stream)
            .toList();
  }

  private List<String> absent() {
    return cgroups.missing().keySet().stream()
        .map(controller -> "absent:cgroup-" + controller.text())
        .toList();
  }

  Cgroups cgroups() {
    return cgroups;
  }

  @Override
  public JailedProcess start(ProcessImage image, ProcessLimits limits, Optional<Path> socket)
      throws IOException {
    Contents contents = Contents.of(settings, libraries, image, limits);
    return launch(image.name(), contents.binds(), contents.inside(), contents.allowance(), socket);
  }

  /** Starts {@code inside} over {@code binds} with everything else that this tier does. */
  JailedProcess launch(
      String name,
      List<Bind> binds,
      List<String> inside,
      Allowance allowance,
      Optional<Path> socket)
      throws IOException {
    OptionalInt account =
        accounts.isPresent() ? OptionalInt.of(accounts.get().next()) : OptionalInt.empty();
    List<Bind> all = new ArrayList<>(binds);
    if (socket.isPresent()) {
      all.add(Bind.readOnly(socket.get().toAbsolutePath(), SOCKET));
      if (account.isPresent()) {
        Files.setAttribute(socket.get(), "unix:uid", account.getAsInt());
      }
    }
    Staging staging =
        account.isPresent() ? Staging.of(all.stream().map(Bind::source).toList()) : Staging.none();
    Cgroup cgroup =
        cgroups.make(
            new Bounds(allowance.memoryBytes(), Launch.PROCESSES_MAX, Launch.CPU_PERCENT_MAX));
    Launch launch =
        new Launch(programs, cgroup.doors(), filter, account, staging, allowance, false);
    ProcessBuilder builder =
        new ProcessBuilder(launch.command(Bubblewrap.words(programs, staging, all, inside)));
    builder.environment().clear();
    builder.environment().put("PATH", "/usr/sbin:/usr/bin:/sbin:/bin");
    builder.directory(Path.of("/").toFile());
    try {
      return spawner.start(
          name, builder, socket.map(_ -> Path.of(SOCKET)), new BoundHoldings(cgroup, () -> {}));
    } catch (IOException e) {
      cgroup.close();
      throw e;
    }
  }

  @Override
  public void close() {
    spawner.close();
    cgroups.close();
    try {
      Files.deleteIfExists(filter);
    } catch (IOException _) {
      // It holds nothing secret, in a folder that its owner removes.
    }
  }
}
