package dev.glovebox.analyzer.python;

import static dev.glovebox.analyzer.findings.Report.quoted;

import dev.glovebox.analyzer.findings.Report;
import dev.glovebox.prepare.python.SyntaxNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Collections of {@code self} that hooks add to and that nothing ever takes from. */
final class GrowthCheck {
  private static final Set<String> ADDING =
      Set.of("append", "extend", "add", "insert", "appendleft", "update", "setdefault");
  private static final Set<String> TAKING =
      Set.of("pop", "popleft", "popitem", "clear", "remove", "discard");
  private static final Set<String> GROWING =
      Set.of(
          "builtins.list",
          "builtins.dict",
          "builtins.set",
          "builtins.bytearray",
          "collections.deque",
          "collections.defaultdict",
          "collections.OrderedDict");

  private final Names names;
  private final Report report;
  private final Map<String, SyntaxNode> grows = new LinkedHashMap<>();
  private final Set<String> bounded = new HashSet<>();
  private final Map<String, Integer> made = new HashMap<>();

  private GrowthCheck(Names names, Report report) {
    this.names = names;
    this.report = report;
  }

  static void judge(Tree tree, Names names, Report report) {
    for (SyntaxNode owner : tree.all("ClassDef")) {
      GrowthCheck check = new GrowthCheck(names, report);
      for (SyntaxNode method : owner.nodes("body")) {
        if (method.is("FunctionDef")) {
          check.method(method);
        }
      }
      check.report();
    }
  }

  private void method(SyntaxNode method) {
    String name = method.text("name");
    boolean often = report.rules().lists("hooks", name) && !name.equals("on_start");
    for (SyntaxNode statement : method.nodes("body")) {
      for (SyntaxNode node : Tree.inside(statement)) {
        look(node, often, name.equals("__init__"));
      }
    }
  }

  private void look(SyntaxNode node, boolean often, boolean first) {
    switch (node.kind()) {
      case "Assign" -> {
        for (SyntaxNode target : node.nodes("targets")) {
          attribute(target)
              .ifPresent(name -> {
                if (first) {
                  made.merge(name, isGrowing(node.node("value").orElseThrow()) ? 1 : 2, Math::max);
                } else {
                  bounded.add(name);
                }
              });
          if (target.is("Subscript")
              && target.node("slice").filter(s -> s.is("Slice")).isPresent()) {
            attribute(target.node("value").orElseThrow()).ifPresent(bounded::add);
          }
        }
      }
      case "AnnAssign" ->
          attribute(node.node("target").orElseThrow())
              .filter(_ -> first && node.node("value").filter(this::isGrowing).isPresent())
              .ifPresent(name -> made.merge(name, 1, Math::max));
      case "Delete" ->
          node.nodes("targets").stream()
              .filter(target -> target.is("Subscript"))
              .flatMap(target -> attribute(target.node("value").orElseThrow()).stream())
              .forEach(bounded::add);
      case "Call" -> call(node, often);
      default -> {
        // Neither adds nor takes.
      }
    }
  }

  private void call(SyntaxNode node, boolean often) {
    SyntaxNode function = node.node("func").orElseThrow();
    if (names.path(function).equals(Optional.of("builtins.len"))) {
      // Who asks for the length looks after it.
      node.nodes("args").forEach(argument -> attribute(argument).ifPresent(bounded::add));
    }
    if (!function.is("Attribute")) {
      return;
    }
    Optional<String> owner = attribute(function.node("value").orElseThrow());
    String method = Names.plain(function.text("attr"));
    if (owner.isPresent() && often && ADDING.contains(method)) {
      grows.putIfAbsent(owner.get(), node);
    } else if (owner.isPresent() && TAKING.contains(method)) {
      bounded.add(owner.get());
    }
  }

  private Optional<String> attribute(SyntaxNode node) {
    return node.is("Attribute") && names.isSelf(node.node("value").orElseThrow())
        ? Optional.of(Names.plain(node.text("attr")))
        : Optional.empty();
  }

  private boolean isGrowing(SyntaxNode value) {
    return switch (value.kind()) {
      case "List", "Dict", "Set" -> true;
      case "Call" ->
          value.node("func").flatMap(names::path).filter(GROWING::contains).isPresent()
              && hasNoBound(value);
      default -> false;
    };
  }

  private static boolean hasNoBound(SyntaxNode call) {
    List<SyntaxNode> arguments = call.nodes("args");
    return arguments.size() < 2
        && call.nodes("keywords").stream()
            .noneMatch(keyword -> keyword.text("arg").equals("maxlen"));
  }

  private void report() {
    grows.forEach((name, where) -> {
      if (made.getOrDefault(name, 0) == 1 && !bounded.contains(name)) {
        report.add("PY411", where, quoted(name) + " grows with every call and is never cut");
      }
    });
  }
}
