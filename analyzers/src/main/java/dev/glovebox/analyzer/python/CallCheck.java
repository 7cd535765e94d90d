package dev.glovebox.analyzer.python;

import static dev.glovebox.analyzer.findings.Report.quoted;

import dev.glovebox.analyzer.findings.Report;
import dev.glovebox.prepare.python.SyntaxNode;
import dev.glovebox.prepare.python.SyntaxValue;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Calls that do more than their name says. */
record CallCheck(Names names, Report report) implements Check {

  private static final Set<String> KINDS = Set.of("Call");

  @Override
  public Set<String> kinds() {
    return KINDS;
  }

  @Override
  public void visit(Place place) {
    SyntaxNode node = place.node();
    if (!node.is("Call")) {
      return;
    }
    Optional<String> path = node.node("func").flatMap(names::path);
    if (path.isEmpty()) {
      return;
    }
    switch (path.get()) {
      case "builtins.type" -> {
        if (node.nodes("args").size() != 1
            || !node.nodes("keywords").isEmpty()
            || node.nodes("args").getFirst().is("Starred")) {
          report.add("PY113", node, "makes a class without a class statement");
        }
      }
      case "builtins.hasattr" -> {
        if (literalAttribute(node).isEmpty()) {
          report.add("PY102", node, "asks for an attribute whose name is not written here");
        }
      }
      case "builtins.print" -> print(node);
      case "builtins.super" -> {
        if (!node.nodes("args").isEmpty() && node.nodes("args").size() != 2) {
          report.add("PY102", node, "an unbound super");
        }
      }
      default -> {
        // Judged by its name alone.
      }
    }
  }

  private void print(SyntaxNode node) {
    for (SyntaxNode keyword : node.nodes("keywords")) {
      String name = Names.plain(keyword.text("arg"));
      if (!name.equals("sep") && !name.equals("end") && !name.equals("flush")) {
        report.add("PY201", keyword, "print with " + quoted(name) + " may write elsewhere");
      }
    }
  }

  /**
   * The attribute that a call of {@code getattr} or {@code hasattr} names by a literal; empty for
   * any other call. Callers know which function it is by its plain name.
   */
  static Optional<String> literalAttribute(SyntaxNode call) {
    Optional<SyntaxNode> function = call.node("func").filter(func -> func.is("Name"));
    List<SyntaxNode> arguments = call.nodes("args");
    if (function.isEmpty()
        || arguments.size() < 2
        || arguments.getFirst().is("Starred")
        || !call.nodes("keywords").isEmpty()) {
      return Optional.empty();
    }
    String name = Names.plain(function.get().text("id"));
    return name.equals("getattr") || name.equals("hasattr")
        ? text(arguments.get(1)).filter(literal -> !literal.isEmpty())
        : Optional.empty();
  }

  /** The text of a text constant. */
  static Optional<String> text(SyntaxNode node) {
    return node.is("Constant")
        ? node.literal("value")
            .filter(literal -> literal.type().equals("CODEPOINTS"))
            .map(SyntaxValue.Literal::text)
        : Optional.empty();
  }
}
