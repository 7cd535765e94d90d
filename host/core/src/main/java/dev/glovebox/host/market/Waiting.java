package dev.glovebox.host.market;

/** How a feed waits for its time. */
@FunctionalInterface
public interface Waiting {
  /**
   * Waits at most so long; may return early.
   *
   * @param nanos how long; 0 or less does not wait
   * @return false if nothing more is wanted
   */
  boolean pause(long nanos);
}
