package dev.glovebox.host.app.host;

import dev.glovebox.host.audit.Environment;
import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Refusal;
import dev.glovebox.jail.Tier;
import dev.glovebox.jail.TierProbe;
import dev.glovebox.jail.tier.Tiers;

/** What isolation a host must have. */
final class TierPolicy {
  private TierPolicy() {}

  /**
   * Tier process is for development by one team: a production host and one that serves several
   * teams refuse it, whatever their files say.
   *
   * @param teams how many have principals on the host
   */
  static Tier floor(Environment environment, Tier configured, long teams) {
    boolean development = environment == Environment.DEVELOPMENT && teams <= 1;
    return configured == Tier.PROCESS && !development ? Tier.BWRAP : configured;
  }

  /**
   * Refuses a production host some measure of whose tier is not in force.
   *
   * @throws Refusal TIER_UNAVAILABLE, naming it
   */
  static void check(Environment environment, Tiers.Opened opened) {
    if (environment != Environment.PRODUCTION) {
      return;
    }
    for (TierProbe probe : opened.probes()) {
      if (probe.tier() == opened.jail().tier() && !probe.absent().isEmpty()) {
        throw new Refusal(
            Code.TIER_UNAVAILABLE,
            "a production host demands " + String.join("; and ", probe.absent()));
      }
    }
  }
}
