package dev.glovebox.fuzz;

import dev.glovebox.prepare.source.Refusal;

/** What targets demand. */
final class Checks {
  private Checks() {}

  static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new AssertionError(otherwise);
    }
  }

  /** A refusal has a sentence and stands inside the text. */
  static void refusal(Refusal refusal, byte[] text) {
    require(!refusal.message().isEmpty(), "a refusal without a sentence");
    require(refusal.line() >= 0 && refusal.line() <= lines(text), "a refusal out of the text");
    require(refusal.column() >= 0, "a negative column");
  }

  /** Lines of a text, counting the empty one after a final line feed. */
  static int lines(byte[] text) {
    int lines = 1;
    for (byte b : text) {
      if (b == '\n') {
        lines++;
      }
    }
    return lines;
  }
}
