package dev.glovebox.session;

import dev.glovebox.jail.ObservedBy;
import dev.glovebox.jail.Session.Ended;
import dev.glovebox.jail.WorkerEnd;

/** Carries the end of a worker from the depth of a check to the call that answers with it. */
final class EndedException extends Exception {
  private static final long serialVersionUID = 1;

  private final transient Ended ended;

  EndedException(Ended ended) {
    super(null, null, false, false);
    this.ended = ended;
  }

  /** An end that the host saw, in the host's own words. */
  static EndedException seen(WorkerEnd reason, String message) {
    return new EndedException(host(reason, message));
  }

  static EndedException violation(Violation violation, String what) {
    return new EndedException(violated(violation, "the worker sent " + what));
  }

  /** An end by a violation, whose stable name stands first in the message. */
  static Ended violated(Violation violation, String sentence) {
    return host(WorkerEnd.PROTOCOL_VIOLATION, violation + ": " + sentence);
  }

  static Ended host(WorkerEnd reason, String message) {
    return new Ended(reason, ObservedBy.HOST, message, "", 0, "", 0);
  }

  Ended ended() {
    return ended;
  }
}
