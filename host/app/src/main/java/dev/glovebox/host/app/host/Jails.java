package dev.glovebox.host.app.host;

import dev.glovebox.host.app.Surroundings;
import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Refusal;
import dev.glovebox.jail.Jail;
import dev.glovebox.jail.Tier;
import dev.glovebox.jail.TierProbe;
import dev.glovebox.jail.tier.Machine;
import dev.glovebox.jail.tier.TierUnavailableException;
import dev.glovebox.jail.tier.Tiers;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Opens jails for this program: the strongest that the machine has and policy allows. */
final class Jails {
  private final Surroundings surroundings;
  private final Images images;

  /** Jails whose children run on the runtime of {@code images}. */
  Jails(Surroundings surroundings, Images images) {
    this.surroundings = surroundings;
    this.images = images;
  }

  /**
   * Opens one; the caller closes it.
   *
   * @param scratch an existing private folder
   * @throws Refusal TIER_UNAVAILABLE, naming what is missing
   */
  Tiers.Opened open(Path scratch, Tier floor) {
    return open(scratch, floor, List.of());
  }

  /** The same, whose children may also be shown {@code more} files. */
  Tiers.Opened open(Path scratch, Tier floor, List<Path> more) {
    List<Path> shown = Stream.concat(images.shown().stream(), more.stream()).toList();
    try {
      return Tiers.open(
          machine(images.java(), scratch, Optional.empty(), shown), floor, ceiling(floor));
    } catch (TierUnavailableException e) {
      throw new Refusal(Code.TIER_UNAVAILABLE, String.valueOf(e.getMessage()));
    }
  }

  /** Tries every tier, strongest first. */
  List<TierProbe> probeAll(Path scratch) {
    return Tiers.probeAll(machine(images.java(), scratch, Optional.empty(), images.shown()));
  }

  /** The strongest tier that can be used here. */
  Tier strongest(Path scratch) {
    try (Jail jail = open(scratch, Tier.PROCESS).jail()) {
      return jail.tier();
    }
  }

  /** Opens one of {@code tier} in which images are made. */
  Jail making(Tier tier, Path java, Path scratch, Path output) throws IOException {
    try {
      return Tiers.open(machine(java, scratch, Optional.of(output), images.shown()), tier, tier)
          .jail();
    } catch (TierUnavailableException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private Tier ceiling(Tier floor) {
    return floor.compareTo(surroundings.ceiling()) > 0 ? floor : surroundings.ceiling();
  }

  private Machine machine(Path java, Path scratch, Optional<Path> output, List<Path> shown) {
    return new Machine(
        java,
        images.runtime().isPresent() && images.compilingRuntime().isPresent(),
        scratch,
        surroundings.programs(),
        surroundings.osName(),
        surroundings.osArch(),
        output,
        shown,
        new SecureRandom().nextInt(),
        images.launcher(),
        surroundings.ociRuntime());
  }
}
