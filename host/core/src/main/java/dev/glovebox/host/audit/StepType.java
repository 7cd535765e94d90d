package dev.glovebox.host.audit;

import java.util.Locale;

/** What a record is about. The text forms are part of the log's format. */
public enum StepType {
  SUBMISSION,
  ANALYSIS,
  PREPARATION,
  SERIES_IMPORT,
  WITHDRAWAL,
  RUN_MANIFEST,
  RUN_RESULT,
  DECISION,
  RULING,
  PLAN,
  TOKEN_ISSUED,
  TOKEN_SPENT,
  ORDER_SUBMISSION,
  FILL,
  KILL_SWITCH,
  CONFIG_CHANGE,
  KEY_ROTATION,
  RECOVERY,
  SECURITY,
  REJECTED;

  /** Returns the lower-case text form, for example {@code run_manifest}. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
