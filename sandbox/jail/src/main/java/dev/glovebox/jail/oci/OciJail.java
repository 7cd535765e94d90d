package dev.glovebox.jail.oci;

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
 * Tier {@code oci}: every child in a container of its own, over the same read-only image as in tier
 * {@code bwrap}, with the same system calls and the same bounds, and no socket of the host: it
 * speaks by its standard streams.
 *
 * <p>The runtime is started by a user that is not root, each child's by one of its own where root
 * started the host, in a process namespace that ends with the host.
 */
public final class OciJail implements Jail {
  /** The measures of this tier that need nothing beside the runtime, in the order of reports. */
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
          "masked-proc",
          "die-with-parent",
          "resource-limits",
          "no-host-socket");

  /** Holds where root started the host. */
  public static final String OWN_ACCOUNT = "own-user-per-process";

  private static final Path NO_FILTER_FILE = Path.of("/dev/null");

  private final JailSettings settings;
  private final Path runtime;
  private final Programs programs;
  private final Optional<Accounts> accounts;
  private final RuntimeLibraries libraries;
  private final Cgroups cgroups;
  private final Spawner spawner = new Spawner();
  private volatile List<String> measures;

  private OciJail(
      JailSettings settings,
      Path runtime,
      Optional<Accounts> accounts,
      RuntimeLibraries libraries) {
    this.settings = settings;
    this.runtime = runtime;
    this.programs = new Programs(settings.programs());
    this.accounts = accounts;
    this.libraries = libraries;
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
    all.add("oci-runtime:" + runtime.getFileName());
    this.measures = List.copyOf(all);
  }

  /**
   * Makes a jail; starts no process yet. {@link OciProbe} tells whether one can.
   *
   * @param runtime the program of the OCI runtime
   * @param root whether this process is root's
   * @throws IOException if the runtime of Java or what it needs cannot be read
   */
  static OciJail open(JailSettings settings, Path runtime, boolean root) throws IOException {
    RuntimeLibraries libraries = new RuntimeLibraries(settings.runtime());
    if (settings.output().isPresent()) {
      // Its parent is closed to others; the users of children are not known before they start.
      Files.setPosixFilePermissions(
          settings.output().get(), PosixFilePermissions.fromString("rwxrwxrwx"));
    }
    return new OciJail(
        settings,
        runtime,
        root ? Optional.of(new Accounts(settings.accountSeed())) : Optional.empty(),
        libraries);
  }

  @Override
  public Tier tier() {
    return Tier.OCI;
  }

  @Override
  public List<String> isolationMeasures() {
    return measures;
  }

  /** Adds to the measures what a trial of this jail brought to light. */
  void tried(TierProbe probe) {
    Stream<String> absent =
        cgroups.missing().keySet().stream().map(controller -> "absent:cgroup-" + controller.text());
    measures =
        Stream.of(measures.stream(), probe.facts().stream().map(fact -> "tried:" + fact), absent)
            .flatMap(stream -> stream)
            .toList();
  }

  Cgroups cgroups() {
    return cgroups;
  }

  @Override
  public JailedProcess start(ProcessImage image, ProcessLimits limits, Optional<Path> socket)
      throws IOException {
    Contents contents = Contents.of(settings, libraries, image, limits);
    JailedProcess process =
        launch(
            image.name(),
            contents.binds(),
            contents.inside(),
            contents.allowance(),
            socket.map(_ -> JailedProcess.STANDARD_STREAMS));
    socket.ifPresent(host -> Relay.between(process, host));
    return process;
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
    Bundle bundle = Bundle.make(settings.scratch(), account);
    Cgroup cgroup =
        cgroups.make(
            new Bounds(allowance.memoryBytes(), Launch.PROCESSES_MAX, Launch.CPU_PERCENT_MAX));
    try {
      List<Path> sources = new ArrayList<>(binds.stream().map(Bind::source).toList());
      sources.add(bundle.folder());
      Staging staging = account.isPresent() ? Staging.of(sources) : Staging.none();
      bundle.write(
          new Bundle.Content(
              settings.architecture(),
              binds.stream().map(bind -> bind.from(staging.seen(bind.source()))).toList(),
              // Where root does not start the host, its user is root of the namespace around it.
              account.orElse(0),
              inside,
              allowance));
      Launch launch =
          new Launch(programs, cgroup.doors(), NO_FILTER_FILE, account, staging, allowance, true);
      ProcessBuilder builder =
          new ProcessBuilder(launch.command(Bundle.words(runtime, staging.seen(bundle.folder()))));
      builder.environment().clear();
      builder.environment().put("PATH", "/usr/sbin:/usr/bin:/sbin:/bin");
      builder.directory(Path.of("/").toFile());
      return spawner.start(name, builder, socket, new BoundHoldings(cgroup, bundle::remove));
    } catch (IOException e) {
      cgroup.close();
      bundle.remove();
      throw e;
    }
  }

  @Override
  public void close() {
    spawner.close();
    cgroups.close();
  }
}
