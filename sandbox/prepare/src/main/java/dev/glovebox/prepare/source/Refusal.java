package dev.glovebox.prepare.source;

/**
 * Why submitted text was not taken: a stable code, what is wrong, and where.
 *
 * @param message one sentence; it may quote the submitted text and is then untrusted
 * @param line 1-based; 0 if the refusal concerns the whole text
 * @param column 1-based, in code points; 0 if the refusal concerns the whole line
 */
public record Refusal(RefusalCode code, String message, int line, int column) {

  /** A refusal of the whole text. */
  public static Refusal of(RefusalCode code, String message) {
    return new Refusal(code, message, 0, 0);
  }
}
