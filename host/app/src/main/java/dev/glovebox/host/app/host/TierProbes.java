package dev.glovebox.host.app.host;

import dev.glovebox.host.app.Surroundings;
import dev.glovebox.jail.TierProbe;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** What this machine can do, tried out for {@code doctor}. */
public record TierProbes(Surroundings surroundings) {
  /** Tries every tier. */
  public List<TierProbe> weakestFirst() {
    Path scratch = Folders.temporary(surroundings.temporary(), "gbp-");
    try {
      return new Jails(surroundings, new Images(surroundings)).probeAll(scratch).reversed();
    } finally {
      try {
        Folders.removeTree(scratch);
      } catch (IOException e) {
        // Empty, in the temporary folder.
      }
    }
  }
}
