package dev.glovebox.analyzer.python;

import static dev.glovebox.analyzer.findings.Report.quoted;

import dev.glovebox.analyzer.findings.Report;
import dev.glovebox.prepare.python.SyntaxNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Names: those of the interpreter by list, all others must be defined here. */
record NameCheck(Names names, Report report, boolean lazyAnnotations) implements Check {

  private static final Set<String> KINDS =
      Set.of(
          "Name",
          "Arg",
          "ExceptHandler",
          "MatchAs",
          "MatchStar",
          "TypeVar",
          "ParamSpec",
          "TypeVarTuple",
          "MatchMapping",
          "Global",
          "Nonlocal",
          "Alias");

  @Override
  public Set<String> kinds() {
    return KINDS;
  }

  @Override
  public void visit(Place place) {
    SyntaxNode node = place.node();
    switch (node.kind()) {
      case "Name" -> {
        if (node.text("context").equals("Load")) {
          read(place, node);
        } else {
          written(place, node, node.text("id"));
        }
      }
      case "Arg" -> written(place, node, node.text("arg"));
      case "ExceptHandler", "MatchAs", "MatchStar", "TypeVar", "ParamSpec", "TypeVarTuple" ->
          written(place, node, node.text("name"));
      case "MatchMapping" -> written(place, node, node.text("rest"));
      case "Global", "Nonlocal" -> node.words("names").forEach(name -> written(place, node, name));
      case "Alias" -> written(place, node, node.text("asName"));
      default -> {
        // Holds no name of its own.
      }
    }
  }

  private void read(Place place, SyntaxNode node) {
    String name = Names.plain(node.text("id"));
    Optional<Scope.Meaning> meaning = names.meaning(node);
    if (meaning.isPresent() && meaning.get().firm()) {
      return;
    }
    Optional<String> denied = report.rules().ruleFor("denied-builtins", name);
    if (denied.isPresent()) {
      if (!checkedByCall(place, name)) {
        report.add(
            denied.get(),
            node,
            meaning.isPresent()
                ? quoted(name) + " may still be the interpreter's here; choose another name"
                : quoted(name) + " is not allowed");
      }
    } else if (meaning.isEmpty()) {
      unknown(place, node, name);
    } else if (isForbiddenDunder(name)) {
      report.add("PY103", node, quoted(name) + " belongs to the interpreter");
    }
  }

  // Called with a literal name it is an attribute in other words, and checked as one.
  private static boolean checkedByCall(Place place, String name) {
    return name.equals("getattr")
        && place
            .parent("Call")
            .filter(call -> call.node("func").equals(Optional.of(place.node())))
            .flatMap(CallCheck::literalAttribute)
            .isPresent();
  }

  private void unknown(Place place, SyntaxNode node, String name) {
    if (report.rules().lists("builtins", name)) {
      return;
    }
    if (Names.isDunder(name)) {
      report.add("PY103", node, quoted(name) + " belongs to the interpreter");
    } else if (!(lazyAnnotations && inAnnotation(place))) {
      report.add(
          "PY104",
          node.span(),
          quoted(name) + " is not defined here",
          report.rules().insteadOf("name." + name).orElse(report.rules().rule("PY104").instead()));
    }
  }

  private static boolean inAnnotation(Place place) {
    Place here = place;
    while (here.around().isPresent()) {
      SyntaxNode parent = here.around().get().node();
      SyntaxNode child = here.node();
      for (String part : annotationParts(parent)) {
        if (parent.node(part).equals(Optional.of(child))) {
          return true;
        }
      }
      here = here.around().get();
    }
    return false;
  }

  private static List<String> annotationParts(SyntaxNode node) {
    return switch (node.kind()) {
      case "Arg", "AnnAssign" -> List.of("annotation");
      case "FunctionDef", "AsyncFunctionDef" -> List.of("returns");
      default -> List.of();
    };
  }

  private void written(Place place, SyntaxNode node, String raw) {
    String name = Names.plain(raw);
    if (isForbiddenDunder(name) && !isAllowedClassName(place, name)) {
      report.add("PY103", node, quoted(name) + " belongs to the interpreter");
    }
  }

  private boolean isForbiddenDunder(String name) {
    return Names.isDunder(name) && !report.rules().lists("builtins", name);
  }

  private boolean isAllowedClassName(Place place, String name) {
    return report.rules().lists("dunder-names", name)
        && place.parent("Assign").or(() -> place.parent("AnnAssign")).isPresent();
  }
}
