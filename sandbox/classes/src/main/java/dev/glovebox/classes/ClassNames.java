package dev.glovebox.classes;

import java.util.List;

/** Names of classes, in the internal form with slashes. */
final class ClassNames {
  /** What a candidate's classes may not be in: where others are found, or believed to be. */
  private static final List<String> RESERVED =
      List.of(
          "java/",
          "javax/",
          "jdk/",
          "sun/",
          "com/sun/",
          "netscape/",
          "dev/glovebox/",
          "org/graalvm/");

  private static final int SHOWN_CHARS_MAX = 120;

  private ClassNames() {}

  /**
   * Whether a candidate's class may have the name: ASCII letters, digits, underscores and dollars,
   * in parts that do not begin with a digit, in no reserved package.
   */
  static boolean isTaken(String name) {
    if (name.isEmpty() || name.length() > ClassLimits.CLASS_NAME_CHARS_MAX) {
      return false;
    }
    boolean first = true;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '$';
      boolean digit = c >= '0' && c <= '9';
      if (c == '/' ? first : !letter && (first || !digit)) {
        return false;
      }
      first = c == '/';
    }
    return !first && RESERVED.stream().noneMatch(name::startsWith);
  }

  /** Whether a member may have the name: one part of what a class may have. */
  static boolean isIdentifier(String name) {
    return name.indexOf('/') < 0 && isTaken(name);
  }

  /** The class of an element of an array's class name, or of a class's; empty if primitive. */
  static String element(String name) {
    int dimensions = 0;
    while (dimensions < name.length() && name.charAt(dimensions) == '[') {
      dimensions++;
    }
    if (dimensions == 0) {
      return name;
    }
    return name.charAt(dimensions) == 'L' ? name.substring(dimensions + 1, name.length() - 1) : "";
  }

  /** As people write it, cut. */
  static String shown(String name) {
    String dotted = name.replace('/', '.').replace('$', '.');
    return dotted.length() <= SHOWN_CHARS_MAX ? dotted : dotted.substring(0, SHOWN_CHARS_MAX);
  }
}
