package dev.glovebox.classes;

/** What a class file went through when it is verified. */
public enum Stage {
  /**
   * As the compiler wrote it: nothing counts steps, and what the transform replaces may be there.
   */
  COMPILED,
  /** As it is loaded: every step is counted, and nothing is left that had to be replaced. */
  PREPARED
}
