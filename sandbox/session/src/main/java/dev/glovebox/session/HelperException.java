package dev.glovebox.session;

import dev.glovebox.jail.WorkerEnd;

/** Carries the reason from the depth of a conversation to the one place that answers with it. */
final class HelperException extends Exception {
  private static final long serialVersionUID = 1;

  private final WorkerEnd reason;
  private final String what;

  HelperException(WorkerEnd reason, String what) {
    super(what, null, false, false);
    this.reason = reason;
    this.what = what;
  }

  static HelperException violation(String what) {
    return new HelperException(WorkerEnd.PROTOCOL_VIOLATION, what);
  }

  WorkerEnd reason() {
    return reason;
  }

  /** What was wrong; free of text from the process. */
  String what() {
    return what;
  }
}
