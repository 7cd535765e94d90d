package dev.glovebox.analyzer.words;

/** What single characters and long words of a text are to people. */
public final class Characters {
  private static final int TAG_FIRST = 0xE0000;
  private static final int TAG_LAST = 0xE007F;

  /** Shortest text in one word that is looked at as a code, in characters. */
  private static final int CODE_CHARACTERS_MIN = 64;

  // Fewer different characters are a ruler of dashes, or a test's text.
  private static final int CODE_DISTINCT_MIN = 12;

  private Characters() {}

  /** Whether people see nothing of {@code c}, or it changes what they see. */
  public static boolean isHidden(int c) {
    return switch (c) {
      case '\t' -> false;
      // Marks and overrides of direction, and spaces without width. The joiners U+200C and U+200D
      // belong to ordinary words and pictures.
      case 0x061C, 0x180E, 0x200B, 0x200E, 0x200F, 0xFEFF -> true;
      // Letters and signs that are drawn as nothing.
      case 0x115F, 0x1160, 0x2800, 0x3164, 0xFFA0 -> true;
      default ->
          (c >= 0x202A && c <= 0x202E)
              || (c >= 0x2066 && c <= 0x2069)
              || (c >= 0x2060 && c <= 0x206F)
              // Selectors of a variant; the last of the first sixteen belongs to pictures.
              || (c >= 0xFE00 && c <= 0xFE0E)
              || (c >= 0xE0100 && c <= 0xE01EF)
              || (c >= TAG_FIRST && c <= TAG_LAST)
              || c == 0x2028
              || c == 0x2029
              || Character.isISOControl(c);
    };
  }

  /** Whether {@code text} is plain ASCII. */
  public static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }

  /** Whether {@code text} has a word that is too long to be one, of many different characters. */
  public static boolean hasCode(String text) {
    if (text.length() < CODE_CHARACTERS_MIN) {
      return false;
    }
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      boolean goesOn = i < text.length() && text.charAt(i) > ' ' && text.charAt(i) <= '~';
      if (!goesOn) {
        if (i - start >= CODE_CHARACTERS_MIN && isCode(text.substring(start, i))) {
          return true;
        }
        start = i + 1;
      }
    }
    return false;
  }

  private static boolean isCode(String word) {
    boolean mixed = word.chars().anyMatch(c -> (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z'));
    return mixed && word.chars().distinct().count() >= CODE_DISTINCT_MIN;
  }
}
