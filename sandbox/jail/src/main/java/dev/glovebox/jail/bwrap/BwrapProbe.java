package dev.glovebox.jail.bwrap;

import dev.glovebox.jail.Tier;
import dev.glovebox.jail.TierProbe;
import dev.glovebox.jail.launch.Allowance;
import dev.glovebox.jail.launch.JailSettings;
import dev.glovebox.jail.launch.Programs;
import dev.glovebox.jail.launch.Starter;
import dev.glovebox.jail.launch.Trial;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds out whether this machine can jail by bubblewrap, by doing it. */
public final class BwrapProbe {
  private static final Trial TRIAL = new Trial(Tier.BWRAP, "bubblewrap", Bubblewrap.INSIDE);

  private BwrapProbe() {}

  /**
   * What came out, and the jail itself if it can be used.
   *
   * @param jail the caller closes it
   */
  public record Outcome(TierProbe probe, Optional<BwrapJail> jail) {}

  /** Tries it. Never throws on account of the machine. */
  public static Outcome open(JailSettings settings) {
    Programs programs = new Programs(settings.programs());
    boolean root;
    try {
      root = Starter.isRoot();
    } catch (IOException e) {
      return unavailable(List.of("proc: /proc/self/status cannot be read"));
    }
    List<String> missing = missingPrograms(programs, root);
    if (!missing.isEmpty()) {
      return unavailable(missing);
    }
    BwrapJail jail;
    try {
      if (root) {
        Starter.mustBeReadable(settings);
      }
      jail = BwrapJail.open(settings, root);
    } catch (IOException e) {
      return unavailable(List.of("image: " + e.getMessage()));
    }
    TierProbe probe =
        TRIAL.hold(
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

  private static List<String> missingPrograms(Programs programs, boolean root) {
    List<String> wanted =
        new ArrayList<>(List.of(Programs.BUBBLEWRAP, Programs.PRLIMIT, Programs.SHELL));
    if (root) {
      wanted.addAll(List.of(Programs.SETPRIV, Programs.UNSHARE, Programs.MOUNT));
    }
    return programs.missing(wanted);
  }

  private static Outcome unavailable(List<String> missing) {
    return new Outcome(TierProbe.unavailable(Tier.BWRAP, missing), Optional.empty());
  }
}
