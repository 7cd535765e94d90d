package dev.glovebox.jail;

import java.util.List;

/**
 * What a jail does, for the first lines of the demo, {@code doctor} and every report.
 *
 * @param measures stable names, in the order of the jail
 */
public record TierReport(Tier tier, List<String> measures) {
  /** Copies the list. */
  public TierReport {
    measures = List.copyOf(measures);
  }

  /** Reports {@code jail}. */
  public static TierReport of(Jail jail) {
    return new TierReport(jail.tier(), jail.isolationMeasures());
  }
}
