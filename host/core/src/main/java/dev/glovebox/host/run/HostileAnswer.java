package dev.glovebox.host.run;

import dev.glovebox.host.model.Code;
import dev.glovebox.host.run.RunEnd.Outcome;

/** A worker sent what no honest session can deliver; the run ends with PROTOCOL_VIOLATION. */
final class HostileAnswer extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Breach breach;
  private final String sentence;

  /** What was broken; stable names, and those by which a session names the same breach. */
  enum Breach {
    /** An answer for sets that were not sent, or for too few of them. */
    ANSWER_UNASKED,
    /** A sequence number that does not rise by one. */
    FRAME_SEQUENCE,
    /** A value outside the bounds of worker.proto. */
    VALUE_OUT_OF_BOUNDS
  }

  /** Says what was wrong; the sentence is ours and free of what the worker sent. */
  HostileAnswer(Breach breach, String sentence) {
    super(sentence);
    this.breach = breach;
    this.sentence = sentence;
  }

  /** The end of the run, in the form that a session gives to ends of its own: the name first. */
  RunEnd end() {
    return RunEnd.ofHost(Outcome.FAILED, Code.PROTOCOL_VIOLATION, breach + ": " + sentence);
  }
}
