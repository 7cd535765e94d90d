package dev.glovebox.host.app.host;

import dev.glovebox.host.app.Surroundings;
import dev.glovebox.jail.HeldFolder;
import dev.glovebox.jail.TierProbe;
import java.util.List;

/** What this machine can do, tried out for {@code doctor}. */
public record TierProbes(Surroundings surroundings) {
  /** Tries every tier. */
  public List<TierProbe> weakestFirst() {
    try (HeldFolder scratch = Folders.held(surroundings.temporary(), HeldFolder.Kind.PROBE)) {
      return new Jails(surroundings, new Images(surroundings)).probeAll(scratch.path()).reversed();
    }
  }
}
