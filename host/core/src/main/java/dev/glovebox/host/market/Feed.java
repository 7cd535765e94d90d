package dev.glovebox.host.market;

import dev.glovebox.host.model.BarSet;
import java.util.Optional;

/** Where a run's closed bars come from, oldest first; forming bars never leave this package. */
public interface Feed extends AutoCloseable {
  /** Returns the next set, or empty when no more will come. */
  Optional<BarSet> next();

  /** Gives back what the feed holds. Never throws. */
  @Override
  void close();
}
