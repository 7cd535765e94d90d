package dev.glovebox.classes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the class names out of descriptors. */
final class Descriptors {
  private static final int DIMENSIONS_MAX = 255;

  private Descriptors() {}

  /**
   * Classes that a descriptor of a field or method names, each without its dimensions.
   *
   * @return empty if it is no descriptor
   */
  static Optional<List<String>> classes(String descriptor) {
    List<String> names = new ArrayList<>();
    int at = 0;
    boolean method = descriptor.startsWith("(");
    if (method) {
      at = 1;
      while (at < descriptor.length() && descriptor.charAt(at) != ')') {
        at = type(descriptor, at, names);
        if (at < 0) {
          return Optional.empty();
        }
      }
      at++;
      if (at == descriptor.length() - 1 && descriptor.charAt(at) == 'V') {
        return Optional.of(names);
      }
    }
    at = type(descriptor, at, names);
    return at == descriptor.length() ? Optional.of(names) : Optional.empty();
  }

  /** Index after the type at {@code at}, whose class is added; -1 if there is none. */
  private static int type(String descriptor, int at, List<String> names) {
    int index = at;
    while (index < descriptor.length() && descriptor.charAt(index) == '[') {
      index++;
    }
    if (index >= descriptor.length() || index - at > DIMENSIONS_MAX) {
      return -1;
    }
    char kind = descriptor.charAt(index);
    if ("BCDFIJSZ".indexOf(kind) >= 0) {
      return index + 1;
    }
    int end = kind == 'L' ? descriptor.indexOf(';', index) : -1;
    if (end < index + 2) {
      return -1;
    }
    names.add(descriptor.substring(index + 1, end));
    return end + 1;
  }
}
