package dev.glovebox.jail.oci;

import dev.glovebox.jail.Tier;
import dev.glovebox.jail.TierProbe;
import dev.glovebox.jail.launch.Allowance;
import dev.glovebox.jail.launch.JailSettings;
import dev.glovebox.jail.launch.Programs;
import dev.glovebox.jail.launch.Starter;
import dev.glovebox.jail.launch.Trial;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds out whether this machine can jail by an OCI runtime, by doing it. */
public final class OciProbe {
  /** The runtime that is used unless another is named. */
  public static final String DEFAULT_RUNTIME = "runc";

  private OciProbe() {}

  /**
   * What came out, and the jail itself if it can be used.
   *
   * @param jail the caller closes it
   */
  public record Outcome(TierProbe probe, Optional<OciJail> jail) {}

  /**
   * Tries it. Never throws on account of the machine.
   *
   * @param runtime name of the program, looked for where the other programs are
   */
  public static Outcome open(JailSettings settings, String runtime) {
    Programs programs = new Programs(settings.programs());
    List<String> missing =
        programs.missing(
            List.of(
                runtime,
                Programs.PRLIMIT,
                Programs.SHELL,
                Programs.SETPRIV,
                Programs.UNSHARE,
                Programs.MOUNT));
    if (!missing.isEmpty()) {
      return unavailable(missing);
    }
    OciJail jail;
    try {
      boolean root = Starter.isRoot();
      if (root) {
        Starter.mustBeReadable(settings);
      }
      jail = OciJail.open(settings, Path.of(programs.path(runtime)), root);
    } catch (IOException e) {
      return unavailable(List.of("image: " + e.getMessage()));
    }
    TierProbe probe =
        new Trial(Tier.OCI, runtime, Bundle.INSIDE)
            .hold(
                programs,
                jail.cgroups(),
                (binds, command, memory) ->
                    jail.launch(
                        "probe",
                        binds,
                        command,
                        Allowance.ofTrial(settings, memory),
                        Optional.empty()));
    if (probe.available()) {
      jail.tried(probe);
      return new Outcome(probe, Optional.of(jail));
    }
    jail.close();
    return new Outcome(probe, Optional.empty());
  }

  private static Outcome unavailable(List<String> missing) {
    return new Outcome(TierProbe.unavailable(Tier.OCI, new ArrayList<>(missing)), Optional.empty());
  }
}
