package dev.glovebox.analyzer.python;

/** Templates of {@code str.format}. */
final class FormatTemplates {
  private FormatTemplates() {}

  /** Whether a replacement field of {@code template} reads an attribute or an item. */
  static boolean walks(String template) {
    int depth = 0;
    boolean inName = false;
    for (int i = 0; i < template.length(); i++) {
      char c = template.charAt(i);
      boolean doubled = i + 1 < template.length() && template.charAt(i + 1) == c;
      switch (c) {
        case '{' -> {
          if (depth == 0 && doubled) {
            i++;
          } else {
            depth++;
            inName = true;
          }
        }
        case '}' -> {
          if (depth > 0) {
            depth--;
          }
          inName = false;
        }
        case ':', '!' -> inName = false;
        case '.', '[' -> {
          if (inName) {
            return true;
          }
        }
        default -> {
          // Part of a name, a specification or plain text.
        }
      }
    }
    return false;
  }
}
