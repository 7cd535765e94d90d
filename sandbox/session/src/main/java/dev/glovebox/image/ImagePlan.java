package dev.glovebox.image;

import dev.glovebox.jail.ProcessImage;

/**
 * An image without its cache, and the conversation from which the cache is made.
 *
 * @param plain runs as it is, only slower; its class path holds jars alone
 */
public record ImagePlan(Rehearsal rehearsal, ProcessImage plain) {

  /** What an image's process is asked while its cache is recorded. */
  public enum Rehearsal {
    /** A run of a sample strategy. */
    RUN,
    /** Preparation of the sample strategy. */
    PREPARATION,
    /** Analysis of the sample strategy. */
    ANALYSIS,
    /** Import of a sample bar file. */
    IMPORT,
    /** Everything that a launcher does but becoming another program. */
    LAUNCH
  }
}
