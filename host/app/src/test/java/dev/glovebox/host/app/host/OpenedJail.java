package dev.glovebox.host.app.host;

import dev.glovebox.host.app.Surroundings;
import dev.glovebox.jail.Jail;
import dev.glovebox.jail.Tier;
import dev.glovebox.jail.tier.Machine;
import dev.glovebox.jail.tier.TierUnavailableException;
import dev.glovebox.jail.tier.Tiers;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The strongest jail of this machine, as a host opens it, without a host.
 *
 * <p>{@code glovebox.tier.floor} asks for a tier by its name: {@code oci} for one that would not be
 * chosen by itself.
 *
 * @param images with the caches of the jail's tier
 */
public record OpenedJail(Jail jail, Images images, Path scratch) implements AutoCloseable {
  private static final Tier FLOOR =
      Tier.valueOf(
          System.getProperty("glovebox.tier.floor", Tier.PROCESS.text()).toUpperCase(Locale.ROOT));

  /** Opens it; its children may also be shown {@code more} files. */
  public static OpenedJail open(Surroundings surroundings, List<Path> more)
      throws TierUnavailableException {
    Images images = new Images(surroundings);
    Path scratch = Folders.temporary(surroundings.temporary(), "gbt-");
    List<Path> shown = new ArrayList<>(images.shown());
    shown.addAll(more);
    Machine machine =
        new Machine(
            images.java(),
            images.runtime().isPresent(),
            scratch,
            surroundings.programs(),
            surroundings.osName(),
            surroundings.osArch(),
            Optional.empty(),
            shown,
            new SecureRandom().nextInt(),
            images.launcher(),
            surroundings.ociRuntime());
    Jail jail = Tiers.open(machine, FLOOR, surroundings.ceiling()).jail();
    return new OpenedJail(jail, images.of(jail.tier()), scratch);
  }

  @Override
  public void close() throws IOException {
    jail.close();
    Folders.removeTree(scratch);
  }
}
