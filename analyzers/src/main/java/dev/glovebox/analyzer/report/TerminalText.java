package dev.glovebox.analyzer.report;

import java.util.Locale;

/** Untrusted text for a terminal: what is printed is what is seen. */
public final class TerminalText {
  private TerminalText() {}

  /**
   * Writes every character that a terminal obeys, reorders or does not show as an escape such as
   * {@code \}{@code u202e}; tabs become one blank.
   */
  public static String encode(String text) {
    StringBuilder encoded = new StringBuilder(text.length());
    text.codePoints().forEach(c -> append(encoded, c));
    return encoded.toString();
  }

  private static void append(StringBuilder encoded, int c) {
    if (c == '\t') {
      encoded.append(' ');
    } else if (isPlain(c)) {
      encoded.appendCodePoint(c);
    } else if (c > 0xFFFF) {
      encoded.append(String.format(Locale.ROOT, "\\U%08x", c));
    } else {
      encoded.append(String.format(Locale.ROOT, "\\u%04x", c));
    }
  }

  private static boolean isPlain(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.NON_SPACING_MARK,
          Character.ENCLOSING_MARK ->
          false;
      // The plain blank is the only one that looks like one everywhere.
      case Character.SPACE_SEPARATOR -> c == ' ';
      default -> true;
    };
  }
}
