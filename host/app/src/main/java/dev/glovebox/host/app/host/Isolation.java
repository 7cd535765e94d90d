package dev.glovebox.host.app.host;

import dev.glovebox.host.app.Surroundings;
import dev.glovebox.host.audit.Environment;
import dev.glovebox.host.audit.Evidence;
import dev.glovebox.host.audit.Refusals;
import dev.glovebox.host.clock.Clock;
import dev.glovebox.jail.armour.Armour;
import dev.glovebox.jail.image.SealedJail;
import dev.glovebox.jail.tier.Tiers;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What stands between a host and the processes that are not trusted. */
record Isolation(Tiers.Opened opened, SealedJail jail, Images images) implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Isolation.class);

  /**
   * Puts on the host's armour and opens the strongest jail that policy allows.
   *
   * @throws dev.glovebox.host.model.Refusal TIER_UNAVAILABLE
   */
  static Isolation open(Surroundings surroundings, HostSettings settings) {
    Armour.of(surroundings.osName(), surroundings.osArch()).ifPresent(Isolation::put);
    Images plain = new Images(surroundings);
    Tiers.Opened opened =
        new Jails(surroundings, plain)
            .open(Folders.own(settings.runtime().resolve("scratch")), settings.tierFloor());
    try {
      TierPolicy.check(settings.environment(), opened);
      Images images = plain.of(opened.jail().tier());
      images.unpackEngine();
      boolean trusting = settings.environment() != Environment.PRODUCTION;
      return new Isolation(opened, images.sealing(opened.jail(), trusting), images);
    } catch (RuntimeException e) {
      opened.jail().close();
      throw e;
    }
  }

  /** Hides this process's memory from whoever else has its user. */
  private static void put(Armour armour) {
    if (!armour.put()) {
      LOG.warn("the host's memory can be read by other processes of its user");
    }
  }

  /** Has every start that is refused on account of its image recorded in {@code log}. */
  void recordIn(Evidence log, Clock clock) {
    Refusals refusals = new Refusals(log, clock);
    jail.onChange(change -> ChangedImages.record(refusals, change));
  }

  /** What a user should know: why the tier is no stronger one, what it lacks. */
  List<String> notes() {
    return TierNotes.of(opened);
  }

  @Override
  public void close() {
    jail.close();
  }
}
