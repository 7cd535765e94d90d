package dev.glovebox.host.research;

/** What a check came to. The names are part of the report's form. */
public enum Verdict {
  /** Nothing differs that must not. */
  PASSED,
  /** Something differs that must not. */
  FAILED,
  /** Something differs that people should see; it may be right. */
  NOTED,
  /** It could not be judged. */
  SKIPPED
}
