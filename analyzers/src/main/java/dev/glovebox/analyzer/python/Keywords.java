package dev.glovebox.analyzer.python;

import dev.glovebox.prepare.python.SyntaxNode;
import dev.glovebox.prepare.source.Span;
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
    List<SyntaxNode> owners = arguments.nodes("kwOnlyArgs");
    int next = 0;
    for (SyntaxNode value : arguments.nodes("kwDefaults")) {
      // The tree leaves out the gaps, so the place in the text says whose default it is.
      while (next < owners.size() && isBefore(owners.get(next).span(), value.span())) {
        next++;
      }
      if (next > 0) {
        found.put(owners.get(next - 1), value);
      }
    }
    return found;
  }

  private static boolean isBefore(Span one, Span other) {
    return one.line() < other.line()
        || (one.line() == other.line() && one.column() < other.column());
  }
}
