package dev.glovebox.analyzer.report;

/** Whether a finding counts for the verdict. */
public sealed interface Standing {
  /** It does. */
  record Counts() implements Standing {}

  /** It was there when the baseline was written. */
  record Known() implements Standing {}

  /**
   * A person accepted it.
   *
   * @param owner who
   * @param reason why
   */
  record Suppressed(String owner, String reason) implements Standing {}
}
