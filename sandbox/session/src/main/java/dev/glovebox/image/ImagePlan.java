package dev.glovebox.image;

import dev.glovebox.jail.ProcessImage;
import java.util.Optional;

/**
 * An image without its cache, and the conversation from which the cache is made.
 *
 * @param plain runs as it is, only slower; its class path holds jars alone
 * @param before prepares the sample that {@link Rehearsal#RUN_JAVA} runs; empty for all others
 */
public record ImagePlan(Rehearsal rehearsal, ProcessImage plain, Optional<ProcessImage> before) {
  /** Refuses a run of classes that nobody makes. */
  public ImagePlan {
    if ((rehearsal == Rehearsal.RUN_JAVA) != before.isPresent()) {
      throw new IllegalArgumentException("the preparation of a sample in Java, and of no other");
    }
  }

  /** A plan that needs no other image. */
  public ImagePlan(Rehearsal rehearsal, ProcessImage plain) {
    this(rehearsal, plain, Optional.empty());
  }

  /** What an image's process is asked while its cache is recorded. */
  public enum Rehearsal {
    /** A run of the sample strategy in Python. */
    RUN,
    /** A run of the sample strategy in Java. */
    RUN_JAVA,
    /** Preparation of the sample strategy in Python. */
    PREPARATION,
    /** Preparation of the sample strategy in Java. */
    PREPARATION_JAVA,
    /** Analysis of the sample strategy. */
    ANALYSIS,
    /** Import of a sample bar file. */
    IMPORT,
    /** Everything that a launcher does but becoming another program. */
    LAUNCH
  }
}
