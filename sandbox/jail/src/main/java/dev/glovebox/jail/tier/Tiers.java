package dev.glovebox.jail.tier;

import dev.glovebox.jail.Jail;
import dev.glovebox.jail.ProcessJail;
import dev.glovebox.jail.Tier;
import dev.glovebox.jail.TierProbe;
import dev.glovebox.jail.armour.Armour;
import dev.glovebox.jail.bwrap.BwrapJail;
import dev.glovebox.jail.bwrap.BwrapProbe;
import dev.glovebox.jail.landlock.LandlockProbe;
import dev.glovebox.jail.launch.JailSettings;
import dev.glovebox.jail.oci.OciJail;
import dev.glovebox.jail.oci.OciProbe;
import dev.glovebox.jail.seccomp.Architecture;
import dev.glovebox.jail.seccomp.Filter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Opens the strongest tier that a machine has, and never a weaker one than is demanded. */
public final class Tiers {
  private Tiers() {}

  /**
   * A jail, and how it was chosen.
   *
   * @param jail the caller closes it
   * @param probes what came out for each tier that was tried, strongest first
   */
  public record Opened(Jail jail, List<TierProbe> probes) {
    /** Copies the list. */
    public Opened {
      probes = List.copyOf(probes);
    }
  }

  /**
   * Opens the strongest tier between {@code floor} and {@code ceiling}.
   *
   * @throws TierUnavailableException if none of them can be used; the message names what is missing
   */
  public static Opened open(Machine machine, Tier floor, Tier ceiling)
      throws TierUnavailableException {
    if (ceiling == Tier.PROCESS) {
      return process(machine, List.of(), floor);
    }
    List<TierProbe> tried = new ArrayList<>();
    // Both are proven by the same trial. The one that starts faster comes first, unless the other
    // one is asked for by its name.
    if (floor != Tier.OCI) {
      BwrapProbe.Outcome bwrap = bwrap(machine);
      tried.add(bwrap.probe());
      if (bwrap.jail().isPresent()) {
        return new Opened(bwrap.jail().get(), tried);
      }
    }
    if (ceiling == Tier.OCI || floor == Tier.OCI) {
      OciProbe.Outcome oci = oci(machine);
      tried.add(oci.probe());
      if (oci.jail().isPresent()) {
        return new Opened(oci.jail().get(), tried);
      }
    }
    return process(machine, tried, floor);
  }

  /** Tries every tier, strongest first; nothing stays open. */
  public static List<TierProbe> probeAll(Machine machine) {
    OciProbe.Outcome oci = oci(machine);
    oci.jail().ifPresent(OciJail::close);
    BwrapProbe.Outcome bwrap = bwrap(machine);
    bwrap.jail().ifPresent(BwrapJail::close);
    return List.of(oci.probe(), bwrap.probe(), processProbe(machine, landlock(machine)));
  }

  private static Opened process(Machine machine, List<TierProbe> tried, Tier floor)
      throws TierUnavailableException {
    if (floor.compareTo(Tier.PROCESS) > 0) {
      throw new TierUnavailableException(floor, tried);
    }
    LandlockProbe.Outcome landlock = landlock(machine);
    List<TierProbe> probes = new ArrayList<>(tried);
    probes.add(processProbe(machine, landlock));
    ProcessJail jail =
        new ProcessJail(
            machine.java(),
            machine.scratch(),
            machine.minimalRuntime(),
            lockdown(machine),
            landlock.launcher());
    jail.tried(landlock.facts());
    return new Opened(jail, probes);
  }

  /** The launcher, unless our own images are made: they are written by children. */
  private static LandlockProbe.Outcome landlock(Machine machine) {
    if (machine.output().isPresent()) {
      return new LandlockProbe.Outcome(List.of(), Optional.empty(), Optional.empty());
    }
    int version =
        Armour.of(machine.osName(), machine.osArch()).map(Armour::landlockVersion).orElse(0);
    return LandlockProbe.open(
        machine.java(), machine.launcher(), machine.scratch(), machine.programs(), version);
  }

  private static BwrapProbe.Outcome bwrap(Machine machine) {
    Optional<JailSettings> settings = settings(machine);
    return settings.isPresent()
        ? BwrapProbe.open(settings.get())
        : new BwrapProbe.Outcome(notHere(Tier.BWRAP, machine), Optional.empty());
  }

  private static OciProbe.Outcome oci(Machine machine) {
    Optional<JailSettings> settings = settings(machine);
    return settings.isPresent()
        ? OciProbe.open(settings.get(), machine.ociRuntime())
        : new OciProbe.Outcome(notHere(Tier.OCI, machine), Optional.empty());
  }

  private static TierProbe notHere(Tier tier, Machine machine) {
    return TierProbe.unavailable(
        tier,
        List.of(
            "linux: needs Linux on x86_64 or aarch64, this is "
                + machine.osName()
                + " on "
                + machine.osArch()));
  }

  /** Empty where there are no namespaces. */
  private static Optional<JailSettings> settings(Machine machine) {
    return isLinux(machine)
        ? Architecture.of(machine.osArch())
            .map(architecture ->
                new JailSettings(
                    machine.java(),
                    machine.minimalRuntime(),
                    machine.scratch(),
                    machine.programs(),
                    architecture,
                    machine.output(),
                    machine.shown(),
                    machine.accountSeed()))
        : Optional.empty();
  }

  private static TierProbe processProbe(Machine machine, LandlockProbe.Outcome landlock) {
    List<String> facts = new ArrayList<>();
    List<String> absent = new ArrayList<>();
    if (lockdown(machine).isPresent()) {
      facts.add("seccomp=available");
    } else {
      absent.add(
          "seccomp: not on this system; a child that breaks out may start programs and open"
              + " connections");
    }
    facts.addAll(landlock.facts());
    landlock.absent().ifPresent(absent::add);
    return new TierProbe(Tier.PROCESS, facts, List.of(), absent);
  }

  /** The filter for children to install on themselves, where the kernel has such filters. */
  private static Optional<Filter> lockdown(Machine machine) {
    return isLinux(machine) && hasFilters(machine)
        ? Architecture.of(machine.osArch()).map(Filter::locked)
        : Optional.empty();
  }

  private static boolean isLinux(Machine machine) {
    return machine.osName().equals("Linux");
  }

  /** Asks the kernel itself: what it says of itself in files may be hidden by an outer jail. */
  private static boolean hasFilters(Machine machine) {
    return Armour.of(machine.osName(), machine.osArch()).filter(Armour::canFilter).isPresent();
  }
}
