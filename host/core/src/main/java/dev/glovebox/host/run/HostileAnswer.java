package dev.glovebox.host.run;

/** A worker sent what no honest session can deliver; the run ends with PROTOCOL_VIOLATION. */
final class HostileAnswer extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String sentence;

  /** Says what was wrong; the sentence is ours and free of what the worker sent. */
  HostileAnswer(String sentence) {
    super(sentence);
    this.sentence = sentence;
  }

  String sentence() {
    return sentence;
  }
}
