package dev.glovebox.jail;

import java.util.List;

/**
 * What came out when a tier was tried on this machine.
 *
 * @param facts what the tried process reported of itself, as {@code name=value}; empty if it could
 *     not be started
 * @param missing what stands in the way of the tier, by name, and what to do; empty = it can be
 *     used
 * @param absent measures that are not in force although the tier can be used, by name and with the
 *     consequence
 */
public record TierProbe(Tier tier, List<String> facts, List<String> missing, List<String> absent) {
  /** Copies the lists. */
  public TierProbe {
    facts = List.copyOf(facts);
    missing = List.copyOf(missing);
    absent = List.copyOf(absent);
  }

  /** A tier that cannot be used. */
  public static TierProbe unavailable(Tier tier, List<String> missing) {
    return new TierProbe(tier, List.of(), missing, List.of());
  }

  /** Whether the tier can be used. */
  public boolean available() {
    return missing.isEmpty();
  }
}
