package dev.glovebox.analyzer.java;

import java.util.List;

/**
 * The static type of an expression, as far as declarations tell.
 *
 * @param name internal name of a listed class ({@code java/util/List}), a primitive type, the name
 *     of a class of the source; empty if it is not known
 * @param arguments type arguments, as far as they are known
 * @param dimensions of an array; 0 for anything else
 */
record JavaType(String name, List<JavaType> arguments, int dimensions) {
  static final JavaType UNKNOWN = of("");
  static final JavaType TEXT = of("java/lang/String");
  static final JavaType INT = of("int");
  static final JavaType LONG = of("long");
  static final JavaType DOUBLE = of("double");
  static final JavaType BOOLEAN = of("boolean");

  JavaType {
    arguments = List.copyOf(arguments);
  }

  static JavaType of(String name) {
    return new JavaType(name, List.of(), 0);
  }

  static JavaType of(String name, List<JavaType> arguments) {
    return new JavaType(name, arguments, 0);
  }

  /** Whether nothing is known. */
  boolean isUnknown() {
    return name.isEmpty();
  }

  /** Whether it is exactly the class or primitive type, and no array of it. */
  boolean is(String wanted) {
    return dimensions == 0 && name.equals(wanted);
  }

  /** Whether it is {@code float} or {@code double}, boxed or not. */
  boolean isFloating() {
    return is("double") || is("float") || is("java/lang/Double") || is("java/lang/Float");
  }

  boolean isText() {
    return is("java/lang/String");
  }

  /** An array of it. */
  JavaType array(int more) {
    return new JavaType(name, arguments, dimensions + more);
  }

  /** What an array of it or a collection of it holds. */
  JavaType element() {
    if (dimensions > 0) {
      return new JavaType(name, arguments, dimensions - 1);
    }
    return arguments.isEmpty() ? UNKNOWN : arguments.getLast();
  }

  /** The class of a primitive type, else itself. */
  JavaType boxed() {
    if (dimensions > 0) {
      return this;
    }
    return switch (name) {
      case "int" -> of("java/lang/Integer");
      case "long" -> of("java/lang/Long");
      case "double" -> of("java/lang/Double");
      case "float" -> of("java/lang/Float");
      case "boolean" -> of("java/lang/Boolean");
      case "char" -> of("java/lang/Character");
      case "byte" -> of("java/lang/Byte");
      case "short" -> of("java/lang/Short");
      default -> this;
    };
  }
}
