package dev.glovebox.jail.tier;

import dev.glovebox.jail.Tier;
import dev.glovebox.jail.TierProbe;
import java.util.List;
import java.util.stream.Collectors;

/** The machine has no tier as strong as demanded; nothing weaker is used instead. */
public final class TierUnavailableException extends Exception {
  private static final long serialVersionUID = 1;

  TierUnavailableException(Tier floor, List<TierProbe> probes) {
    super(
        "tier "
            + floor.text()
            + " or stronger is demanded, and this machine lacks: "
            + probes.stream()
                .filter(probe -> probe.tier().compareTo(floor) >= 0)
                .flatMap(
                    probe -> probe.missing().stream().map(why -> probe.tier().text() + " - " + why))
                .collect(Collectors.joining("; ")));
  }
}
