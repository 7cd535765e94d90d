package dev.glovebox.analyzer.words;

import java.util.regex.Pattern;

/** Names that nobody can tell apart. */
public final class Soup {
  // Names that differ in strokes alone, or come out of a machine that hides names.
  private static final Pattern SOUP =
      Pattern.compile("_{0,2}[lI1O0_]*(?:[lI1][lI1]|[O0][O0])[lI1O0_]*|_0x[0-9a-fA-F]{2,}");

  private static final int SOUP_CHARACTERS_MIN = 6;

  private static final int SHORT_SOUP_CHARACTERS_MIN = 2;

  private Soup() {}

  /** Whether {@code name} alone is unreadable. */
  public static boolean is(String name) {
    return name.length() >= SOUP_CHARACTERS_MIN
        && "lI1O0_".indexOf(name.charAt(0)) >= 0
        && SOUP.matcher(name).matches();
  }

  /** Whether {@code name} is all strokes: harmless alone, unreadable beside others. */
  public static boolean isShort(String name) {
    if (name.length() < SHORT_SOUP_CHARACTERS_MIN || name.length() >= SOUP_CHARACTERS_MIN) {
      return false;
    }
    for (int i = 0; i < name.length(); i++) {
      if ("lI1".indexOf(name.charAt(i)) < 0) {
        return false;
      }
    }
    return true;
  }
}
