package dev.glovebox.analyzer.java;

import java.util.ArrayList;
import java.util.List;

/** Descriptors of listed methods and fields. */
final class Descriptor {
  private Descriptor() {}

  /** Whether a method of this descriptor may be called with so many arguments. */
  static boolean takes(String descriptor, int arguments) {
    List<JavaType> parameters = parameters(descriptor);
    if (parameters.size() == arguments) {
      return true;
    }
    // Any number may stand for an array at the end.
    return !parameters.isEmpty()
        && parameters.getLast().dimensions() > 0
        && arguments >= parameters.size() - 1;
  }

  /** Types of the parameters. */
  static List<JavaType> parameters(String descriptor) {
    List<JavaType> types = new ArrayList<>();
    int at = 1;
    while (descriptor.charAt(at) != ')') {
      int end = at;
      while (descriptor.charAt(end) == '[') {
        end++;
      }
      end = descriptor.charAt(end) == 'L' ? descriptor.indexOf(';', end) + 1 : end + 1;
      types.add(type(descriptor.substring(at, end)));
      at = end;
    }
    return types;
  }

  /** The type of one part of a descriptor; that of {@code V} is not known. */
  static JavaType type(String descriptor) {
    int dimensions = 0;
    while (descriptor.charAt(dimensions) == '[') {
      dimensions++;
    }
    String name =
        switch (descriptor.charAt(dimensions)) {
          case 'I' -> "int";
          case 'J' -> "long";
          case 'D' -> "double";
          case 'F' -> "float";
          case 'Z' -> "boolean";
          case 'C' -> "char";
          case 'B' -> "byte";
          case 'S' -> "short";
          case 'L' -> descriptor.substring(dimensions + 1, descriptor.length() - 1);
          default -> "";
        };
    return JavaType.of(name).array(dimensions);
  }
}
