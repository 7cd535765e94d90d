package dev.glovebox.analyzer.java;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Type arguments that descriptors do not tell. */
final class Generics {
  private static final String API = "dev/glovebox/strategy/";
  private static final JavaType BAR = JavaType.of(API + "Bar");

  // Methods of the API whose results hold something.
  private static final Map<String, JavaType> RESULTS =
      Map.of(
          API + "Context.history", BAR,
          API + "Context.working", JavaType.of(API + "Order"),
          API + "Bars.values", BAR,
          API + "Bars.get", BAR,
          API + "Context.bar", BAR,
          API + "Context.instruments", JavaType.TEXT);

  // What they give is one of what the receiver holds.
  private static final Set<String> ELEMENTS =
      Set.of(
          "get",
          "getFirst",
          "getLast",
          "next",
          "remove",
          "removeFirst",
          "removeLast",
          "poll",
          "pollFirst",
          "pollLast",
          "peek",
          "peekFirst",
          "peekLast",
          "pop",
          "first",
          "last",
          "element",
          "orElseThrow",
          "orElse",
          "getValue",
          "getOrDefault",
          "put",
          "floor",
          "ceiling");

  // What they give holds what the receiver holds.
  private static final Set<String> SAME =
      Set.of(
          "stream",
          "filter",
          "sorted",
          "limit",
          "skip",
          "distinct",
          "peek",
          "iterator",
          "subList",
          "reversed",
          "toList",
          "findFirst",
          "findAny",
          "max",
          "min",
          "values",
          "takeWhile",
          "dropWhile",
          "boxed",
          "copyOf",
          "reduce");

  private Generics() {}

  /** {@code plain}, the result of {@code method}, with what the receiver's arguments say. */
  static JavaType returned(JavaType receiver, String method, JavaType plain) {
    JavaType held = RESULTS.get(receiver.name() + "." + method);
    if (held != null) {
      return plain.is("java/lang/Object") || plain.is(held.name())
          ? held
          : JavaType.of(plain.name(), List.of(held));
    }
    if (plain.is("java/lang/Object")) {
      // What a type parameter stands for.
      return ELEMENTS.contains(method) ? receiver.element() : JavaType.UNKNOWN;
    }
    if (receiver.arguments().isEmpty()) {
      return plain;
    }
    if (SAME.contains(method) && plain.dimensions() == 0 && plain.name().startsWith("java/util/")) {
      return JavaType.of(plain.name(), List.of(receiver.element()));
    }
    return method.equals("keySet")
        ? JavaType.of(plain.name(), List.of(receiver.arguments().getFirst()))
        : plain;
  }
}
