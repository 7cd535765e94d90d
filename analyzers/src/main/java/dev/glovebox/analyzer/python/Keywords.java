package dev.glovebox.analyzer.python;

import dev.glovebox.prepare.python.Span;
import dev.glovebox.prepare.python.SyntaxNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Arguments by keyword, of calls and of definitions. */
final class Keywords {
  private Keywords() {}

  /** The value that {@code call} gives for {@code name}. */
  static Optional<SyntaxNode> value(SyntaxNode call, String name) {
    return call.nodes("keywords").stream()
        .filter(keyword -> Names.plain(keyword.text("arg")).equals(name))
        .findFirst()
        .flatMap(keyword -> keyword.node("value"));
  }

  /** The argument of {@code call} at {@code index}, or called {@code name}. */
  static Optional<SyntaxNode> argument(SyntaxNode call, int index, String name) {
    List<SyntaxNode> given = call.nodes("args");
    return index < given.size() ? Optional.of(given.get(index)) : value(call, name);
  }

  /** Keyword-only parameters with their defaults; those without one are left out. */
  static Map<SyntaxNode, SyntaxNode> defaults(SyntaxNode arguments) {
    Map<SyntaxNode, SyntaxNode> found = new LinkedHashMap<>();
    for (SyntaxNode value : arguments.nodes("kwDefaults")) {
      // The tree leaves out the gaps, so the place in the text says whose default it is.
      Optional<SyntaxNode> owner =
          arguments.nodes("kwOnlyArgs").stream()
              .filter(argument -> isBefore(argument.span(), value.span()))
              .reduce((_, last) -> last);
      owner.ifPresent(argument -> found.put(argument, value));
    }
    return found;
  }

  private static boolean isBefore(Span one, Span other) {
    return one.line() < other.line()
        || (one.line() == other.line() && one.column() < other.column());
  }
}
