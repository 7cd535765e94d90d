package dev.glovebox.host.audit;

import java.util.Locale;
import java.util.Optional;

/** What a record is about. The text forms are part of the log's format. */
public enum StepType {
  RETRIEVAL(false),
  INFERENCE(false),
  TOOL_CALL(false),
  SUBMISSION(false),
  ANALYSIS(false),
  PREPARATION(false),
  SERIES_IMPORT(false),
  WITHDRAWAL(false),
  HONESTY_CHECK(false),
  ENROLMENT(false),
  PROMOTION(false),
  RUN_GRANT(false),
  RUN_MANIFEST(true),
  RUN_RESULT(true),
  DECISION(true),
  RULING(true),
  PLAN(true),
  TOKEN_ISSUED(true),
  TOKEN_SPENT(true),
  ORDER_SUBMISSION(true),
  FILL(true),
  RESTART(true),
  KILL_SWITCH(false),
  CONFIG_CHANGE(false),
  KEY_ROTATION(false),
  ANCHOR(false),
  LINEAGE(false),
  RECOVERY(false),
  REPLAY_RESULT(false),
  SECURITY(false),
  REJECTED(false);

  private final boolean needsRun;
  private final String text = name().toLowerCase(Locale.ROOT);

  StepType(boolean needsRun) {
    this.needsRun = needsRun;
  }

  /** Returns the lower-case text form, for example {@code run_manifest}. */
  public String text() {
    return text;
  }

  /** Returns whether a record of this type belongs to a run. */
  public boolean needsRun() {
    return needsRun;
  }

  /** Reads the text form. */
  static Optional<StepType> parse(String text) {
    for (StepType type : values()) {
      if (type.text.equals(text)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }
}
