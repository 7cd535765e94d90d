package dev.glovebox.analyzer.python;

import dev.glovebox.analyzer.findings.Report;
import dev.glovebox.prepare.python.SyntaxNode;
import dev.glovebox.prepare.python.SyntaxValue;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What keeps a reviewer from seeing what happens: swallowed errors, and code that never runs. */
record ReviewCheck(Names names, Constants constants, Report report) implements Check {
  private static final Set<String> BROAD = Set.of("builtins.Exception", "builtins.BaseException");

  private static final Set<String> KINDS =
      Set.of(
          "ExceptHandler",
          "Try",
          "If",
          "While",
          "For",
          "FunctionDef",
          "With",
          "MatchCase",
          "ClassDef",
          "Module",
          "IfExp");

  @Override
  public Set<String> kinds() {
    return KINDS;
  }

  @Override
  public void visit(Place place) {
    SyntaxNode node = place.node();
    switch (node.kind()) {
      case "ExceptHandler" -> {
        swallowed(node);
        unreached(node.nodes("body"));
      }
      case "Try" -> {
        overtaken(node);
        blocks(node, "body", "orElse", "finalBody");
      }
      case "If" -> {
        never(node);
        blocks(node, "body", "orElse");
      }
      case "While" -> {
        never(node);
        blocks(node, "body", "orElse");
      }
      case "For" -> blocks(node, "body", "orElse");
      case "FunctionDef" -> {
        quiet(place, node);
        blocks(node, "body");
      }
      case "With", "MatchCase", "ClassDef", "Module" -> blocks(node, "body");
      case "IfExp" -> {
        if (truth(node.node("test").orElseThrow()).isPresent()) {
          report.add("PY505", node, "one side of this choice is never taken");
        }
      }
      default -> {
        // Hides nothing.
      }
    }
  }

  private void blocks(SyntaxNode node, String... parts) {
    for (String part : parts) {
      unreached(node.nodes(part));
    }
  }

  // What __exit__ returns as true ends the error in the with.
  private void quiet(Place place, SyntaxNode method) {
    if (!method.text("name").equals("__exit__") || place.parent("ClassDef").isEmpty()) {
      return;
    }
    for (SyntaxNode statement : method.nodes("body")) {
      boolean ends =
          statement.is("Return")
              && statement.node("value").flatMap(this::truth).filter(truth -> truth).isPresent();
      if (ends) {
        report.add("PY504", statement, "every error of a with ends here");
      }
    }
  }

  private void swallowed(SyntaxNode handler) {
    Optional<SyntaxNode> type = handler.node("type");
    boolean broad = type.isEmpty() || isBroad(type.get());
    if (broad && handler.nodes("body").stream().allMatch(this::doesNothing)) {
      report.add("PY504", handler, "every error ends here, and nobody hears of it");
    }
  }

  private boolean isBroad(SyntaxNode type) {
    List<SyntaxNode> named = type.is("Tuple") ? type.nodes("elements") : List.of(type);
    return named.stream().map(names::path).flatMap(Optional::stream).anyMatch(BROAD::contains);
  }

  private boolean doesNothing(SyntaxNode statement) {
    return switch (statement.kind()) {
      case "Pass", "Continue", "Break" -> true;
      case "Expr" -> statement.node("value").filter(value -> value.is("Constant")).isPresent();
      case "Return" ->
          statement.node("value").isEmpty()
              || statement.node("value").flatMap(ReviewCheck::none).isPresent();
      default -> false;
    };
  }

  private static Optional<SyntaxValue.Literal> none(SyntaxNode node) {
    return node.is("Constant")
        ? node.literal("value").filter(value -> value.type().equals("NONE"))
        : Optional.empty();
  }

  // A return in a finally ends the error that was under way.
  private void overtaken(SyntaxNode node) {
    for (SyntaxNode statement : node.nodes("finalBody")) {
      if (Tree.isDefinition(statement)) {
        continue;
      }
      if (statement.is("Continue") || statement.is("Break")) {
        report.add("PY504", statement, "leaving a finally ends every error");
      }
      for (SyntaxNode inner : Tree.inside(statement)) {
        if (inner.is("Return")) {
          report.add("PY504", inner, "a return in a finally ends every error");
        }
      }
    }
  }

  private void unreached(List<SyntaxNode> statements) {
    for (int i = 0; i + 1 < statements.size(); i++) {
      SyntaxNode next = statements.get(i + 1);
      if (leaves(statements.get(i))) {
        if (!makesGenerator(next)) {
          report.add("PY505", next, "no run comes here");
        }
        return;
      }
    }
  }

  private boolean leaves(SyntaxNode statement) {
    return switch (statement.kind()) {
      case "Return", "Raise", "Break", "Continue" -> true;
      case "Assert" ->
          statement.node("test").flatMap(this::truth).filter(truth -> !truth).isPresent();
      default -> false;
    };
  }

  // return, then yield: the usual way to write a generator of nothing.
  private static boolean makesGenerator(SyntaxNode statement) {
    return statement.is("Expr")
        && statement
            .node("value")
            .filter(value -> value.is("Yield") || value.is("YieldFrom"))
            .isPresent();
  }

  private void never(SyntaxNode node) {
    Optional<Boolean> truth = truth(node.node("test").orElseThrow());
    if (truth.isEmpty()) {
      return;
    }
    if (!truth.get()) {
      report.add("PY505", node.node("test").orElseThrow(), "this is never true");
    } else if (node.is("If")) {
      report.add("PY505", node.node("test").orElseThrow(), "this is always true");
    }
  }

  private Optional<Boolean> truth(SyntaxNode test) {
    return new Truths(constants).of(test);
  }
}
