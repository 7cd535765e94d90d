package dev.glovebox.analyzer.python;

import dev.glovebox.analyzer.findings.Report;
import dev.glovebox.analyzer.words.RegexShape;
import dev.glovebox.prepare.python.SyntaxNode;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Single operations that cost more the longer they are looked at: hashes and patterns. */
record CostlyCheck(Names names, Constants constants, Report report) implements Check {
  private static final Set<String> LIBRARIES = Set.of("re", "regex");

  // What stands in patterns and hardly in words or formulas.
  private static final Pattern SIGNS =
      Pattern.compile("^\\^|\\$$|\\\\[dwsDWSb]|\\(\\?[:P=!<]|]\\+|]\\*");

  private static final Set<String> KINDS = Set.of("FunctionDef", "Constant", "BinOp");

  @Override
  public Set<String> kinds() {
    return KINDS;
  }

  @Override
  public void visit(Place place) {
    SyntaxNode node = place.node();
    switch (node.kind()) {
      case "FunctionDef" -> {
        if (node.text("name").equals("__hash__") && place.parent("ClassDef").isPresent()) {
          hash(node);
        }
      }
      case "Constant", "BinOp" -> pattern(place, node);
      default -> {
        // Costs what it shows.
      }
    }
  }

  // Equal hashes for all turn every dictionary into a list.
  private void hash(SyntaxNode method) {
    boolean returns = false;
    for (SyntaxNode statement : method.nodes("body")) {
      for (SyntaxNode node : Tree.inside(statement)) {
        if (node.is("Name") && names.isSelf(node)) {
          return;
        }
        returns |= node.is("Return");
      }
    }
    if (returns) {
      report.add("PY413", method, "every object has the same hash");
    }
  }

  // Given to a library for patterns, or a text that cannot be anything else.
  private void pattern(Place place, SyntaxNode node) {
    Optional<String> text =
        constants.text(node).map(Value.Text::text).filter(RegexShape::isCatastrophic);
    if (text.isPresent() && (SIGNS.matcher(text.get()).find() || isGivenToLibrary(place))) {
      report.add("PY414", node, "this pattern tries exponentially many ways");
    }
  }

  private boolean isGivenToLibrary(Place place) {
    Optional<String> path =
        place.parent("Call").flatMap(call -> call.node("func")).flatMap(names::path);
    return path.filter(p -> p.indexOf('.') > 0)
        .filter(p -> LIBRARIES.contains(p.substring(0, p.indexOf('.'))))
        .isPresent();
  }
}
