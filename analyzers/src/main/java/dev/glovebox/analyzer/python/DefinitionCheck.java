package dev.glovebox.analyzer.python;

import static dev.glovebox.analyzer.findings.Report.quoted;

import dev.glovebox.analyzer.findings.Report;
import dev.glovebox.prepare.python.SyntaxNode;
import java.util.Optional;
import java.util.Set;

/** Definitions: nothing that runs when a class is made, and no methods behind the scenes. */
record DefinitionCheck(Names names, Report report) implements Check {
  private static final Set<String> ACCESSORS = Set.of("setter", "getter", "deleter");

  private static final Set<String> CLASS_KEYWORDS_OF_TYPED_DICT = Set.of("total");

  private static final Set<String> KINDS = Set.of("FunctionDef", "AsyncFunctionDef", "ClassDef");

  @Override
  public Set<String> kinds() {
    return KINDS;
  }

  @Override
  public void visit(Place place) {
    SyntaxNode node = place.node();
    switch (node.kind()) {
      case "FunctionDef", "AsyncFunctionDef" -> {
        special(place, node);
        node.nodes("decoratorList").forEach(this::decorator);
      }
      case "ClassDef" -> {
        if (Names.isDunder(Names.plain(node.text("name")))) {
          report.add("PY103", node, "a class with the name of an inside of the interpreter");
        }
        node.nodes("decoratorList").forEach(this::decorator);
        node.nodes("keywords").forEach(this::keyword);
        node.nodes("bases").forEach(this::base);
        valueType(node);
      }
      default -> {
        // Defines nothing.
      }
    }
  }

  private void special(Place place, SyntaxNode node) {
    String name = Names.plain(node.text("name"));
    if (!Names.isDunder(name)) {
      return;
    }
    boolean method = place.parent("ClassDef").isPresent();
    if (!method || !report.rules().lists("dunder-methods", name)) {
      report.add("PY111", node, "defines " + quoted(name));
    }
  }

  private void decorator(SyntaxNode node) {
    SyntaxNode named = node.is("Call") ? node.node("func").orElseThrow() : node;
    Optional<String> path = names.path(named);
    boolean listed = path.filter(p -> report.rules().lists("decorators", p)).isPresent();
    boolean accessor =
        node.is("Attribute")
            && ACCESSORS.contains(node.text("attr"))
            && node.node("value").filter(value -> value.is("Name")).isPresent();
    if (!listed && !accessor) {
      report.add(
          "PY112",
          node,
          path.map(p -> "decorator " + quoted(p) + " is not on the list")
              .orElse("a decorator that is not on the list"));
    }
  }

  private void keyword(SyntaxNode keyword) {
    String name = Names.plain(keyword.text("arg"));
    if (!CLASS_KEYWORDS_OF_TYPED_DICT.contains(name)) {
      report.add("PY113", keyword, "class keyword " + quoted(name.isEmpty() ? "**" : name));
    }
  }

  private void base(SyntaxNode base) {
    SyntaxNode named = base;
    if (base.is("Subscript")) {
      named = base.node("value").orElseThrow();
    }
    boolean namedTuple =
        base.is("Call")
            && base.node("func").flatMap(names::path).equals(Optional.of("collections.namedtuple"));
    Optional<String> path = names.path(named);
    if (!namedTuple && (path.isEmpty() || path.get().equals("builtins.type"))) {
      report.add("PY113", base, "a base that is not plainly a class");
    }
  }

  // A price that lies about its size is dealt with by the host; here it is only named.
  private void valueType(SyntaxNode node) {
    boolean value =
        node.nodes("bases").stream()
            .map(names::path)
            .flatMap(Optional::stream)
            .anyMatch(path -> report.rules().lists("value-types", path));
    if (!value) {
      return;
    }
    for (SyntaxNode statement : node.nodes("body")) {
      if (statement.is("FunctionDef")
          && Names.isDunder(Names.plain(statement.text("name")))
          && !Names.plain(statement.text("name")).equals("__init__")) {
        report.add("PY118", statement, "defines " + quoted(Names.plain(statement.text("name"))));
      }
    }
  }
}
