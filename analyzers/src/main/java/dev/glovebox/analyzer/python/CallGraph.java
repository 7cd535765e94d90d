package dev.glovebox.analyzer.python;

import dev.glovebox.analyzer.graph.Components;
import dev.glovebox.prepare.python.SyntaxNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which functions of a source call which: by name, by {@code self}, and by the operators and
 * functions of the interpreter that call a special method of {@code self}.
 */
final class CallGraph {
  /**
   * One call.
   *
   * @param from the definition, or the module, that calls
   * @param where the expression that calls
   */
  record Edge(SyntaxNode from, SyntaxNode to, SyntaxNode where) {}

  private static final Map<String, List<String>> CALLED_BY =
      Map.ofEntries(
          Map.entry("builtins.repr", List.of("__repr__")),
          Map.entry("builtins.str", List.of("__str__", "__repr__")),
          Map.entry("builtins.format", List.of("__str__", "__repr__")),
          Map.entry("builtins.print", List.of("__str__", "__repr__")),
          Map.entry("builtins.len", List.of("__len__")),
          Map.entry("builtins.hash", List.of("__hash__")),
          Map.entry("builtins.bool", List.of("__bool__", "__len__")),
          Map.entry("builtins.iter", List.of("__iter__")),
          Map.entry("builtins.list", List.of("__iter__")),
          Map.entry("builtins.tuple", List.of("__iter__")),
          Map.entry("builtins.sum", List.of("__iter__")),
          Map.entry("builtins.sorted", List.of("__iter__")),
          Map.entry("builtins.next", List.of("__next__")),
          Map.entry("builtins.abs", List.of("__abs__")),
          Map.entry("builtins.round", List.of("__round__")),
          Map.entry("builtins.reversed", List.of("__reversed__")));

  private static final Map<String, String> OPERATORS =
      Map.ofEntries(
          Map.entry("Eq", "__eq__"),
          Map.entry("NotEq", "__ne__"),
          Map.entry("Lt", "__lt__"),
          Map.entry("LtE", "__le__"),
          Map.entry("Gt", "__gt__"),
          Map.entry("GtE", "__ge__"),
          Map.entry("In", "__contains__"),
          Map.entry("NotIn", "__contains__"),
          Map.entry("Add", "__add__"),
          Map.entry("Sub", "__sub__"),
          Map.entry("Mult", "__mul__"),
          Map.entry("Div", "__truediv__"),
          Map.entry("FloorDiv", "__floordiv__"),
          Map.entry("Mod", "__mod__"),
          Map.entry("Pow", "__pow__"));

  private final Tree tree;
  private final Names names;
  private final List<Edge> edges = new ArrayList<>();
  private final IdentityHashMap<Scope.Meaning, Optional<SyntaxNode>> targets =
      new IdentityHashMap<>();
  private final IdentityHashMap<SyntaxNode, Map<String, SyntaxNode>> methods =
      new IdentityHashMap<>();

  private CallGraph(Tree tree, Names names) {
    this.tree = tree;
    this.names = names;
  }

  static CallGraph of(Tree tree, Names names) {
    CallGraph graph = new CallGraph(tree, names);
    for (SyntaxNode node : tree.all("ClassDef")) {
      Map<String, SyntaxNode> own = new HashMap<>();
      for (SyntaxNode member : node.nodes("body")) {
        if (member.is("FunctionDef")) {
          own.put(Names.plain(member.text("name")) + accessor(member), member);
        }
      }
      graph.methods.put(node, own);
    }
    tree.all("Call").forEach(graph::call);
    tree.all("Attribute").forEach(graph::property);
    tree.all("FormattedValue")
        .forEach(node -> graph.special(node, node, List.of("__str__", "__repr__")));
    tree.all("Subscript").forEach(graph::subscript);
    tree.all("Compare").forEach(graph::comparison);
    tree.all("BinOp").forEach(graph::operation);
    return graph;
  }

  // A property is called by reading or writing an attribute.
  private static String accessor(SyntaxNode method) {
    for (SyntaxNode decorator : method.nodes("decoratorList")) {
      if (decorator.is("Attribute") && decorator.text("attr").equals("setter")) {
        return "=";
      }
      boolean reads =
          (decorator.is("Name") && decorator.text("id").endsWith("property"))
              || (decorator.is("Attribute") && decorator.text("attr").endsWith("property"));
      if (reads) {
        return ".";
      }
    }
    return "";
  }

  private void property(SyntaxNode node) {
    if (!names.isSelf(node.node("value").orElseThrow())) {
      return;
    }
    String way = node.text("context").equals("Load") ? "." : "=";
    method(node, Names.plain(node.text("attr")) + way)
        .ifPresent(to -> edges.add(new Edge(unit(node), to, node)));
  }

  /** Every call that can be followed. */
  List<Edge> edges() {
    return edges;
  }

  /** The function, lambda or module whose statements {@code node} belongs to. */
  SyntaxNode unit(SyntaxNode node) {
    return tree.nearest(node, "FunctionDef", "AsyncFunctionDef", "Lambda")
        .orElse(tree.nodes().getFirst());
  }

  /** The function or lambda of this source that {@code function} names. */
  Optional<SyntaxNode> target(SyntaxNode function) {
    if (function.is("Name")) {
      Optional<Scope.Meaning> meaning = names.meaning(function);
      return meaning.isEmpty()
          ? Optional.empty()
          : targets.computeIfAbsent(meaning.get(), this::called);
    }
    if (!function.is("Attribute")) {
      return Optional.empty();
    }
    SyntaxNode owner = function.node("value").orElseThrow();
    String name = Names.plain(function.text("attr"));
    if (isSelf(owner)) {
      return method(function, name);
    }
    // Own().method()
    return owner.is("Call")
        ? owner.node("func").filter(made -> made.is("Name")).stream()
            .flatMap(made -> bindings(made).stream())
            .filter(Binding.OwnClass.class::isInstance)
            .map(binding -> ((Binding.OwnClass) binding).definition())
            .flatMap(definition -> ofClass(definition, name).stream())
            .findFirst()
        : Optional.empty();
  }

  private List<Binding> bindings(SyntaxNode name) {
    return names.meaning(name).map(Scope.Meaning::bindings).orElse(List.of());
  }

  private Optional<SyntaxNode> called(Scope.Meaning meaning) {
    return meaning.bindings().stream().flatMap(binding -> called(binding).stream()).findFirst();
  }

  private Optional<SyntaxNode> called(Binding binding) {
    return switch (binding) {
      case Binding.OwnFunction(SyntaxNode definition) -> Optional.of(definition);
      case Binding.OwnClass(SyntaxNode definition) -> ofClass(definition, "__init__");
      case Binding.Assigned(Optional<SyntaxNode> value) -> value.filter(v -> v.is("Lambda"));
      case Binding.Imported _, Binding.Parameter _ -> Optional.empty();
    };
  }

  private Optional<SyntaxNode> ofClass(SyntaxNode definition, String name) {
    return Optional.ofNullable(methods.getOrDefault(definition, Map.of()).get(name));
  }

  private boolean isSelf(SyntaxNode node) {
    return names.isSelf(node) || names.isOwnClass(node);
  }

  private Optional<SyntaxNode> method(SyntaxNode inside, String name) {
    return tree.nearest(inside, "ClassDef").flatMap(owner -> ofClass(owner, name));
  }

  private void call(SyntaxNode call) {
    SyntaxNode function = call.node("func").orElseThrow();
    target(function).ifPresent(to -> edges.add(new Edge(unit(call), to, function)));
    if (names.isSelf(function)) {
      special(call, function, List.of("__call__"));
      return;
    }
    List<String> called =
        names.path(function).map(path -> CALLED_BY.getOrDefault(path, List.of())).orElse(List.of());
    if (!called.isEmpty()) {
      call.nodes("args").forEach(argument -> special(argument, function, called));
    }
  }

  // The first of the special methods that the class has is called.
  private void special(SyntaxNode given, SyntaxNode where, List<String> called) {
    if (!mentionsSelf(given)) {
      return;
    }
    for (String name : called) {
      Optional<SyntaxNode> method = method(where, name);
      if (method.isPresent()) {
        edges.add(new Edge(unit(where), method.get(), where));
        return;
      }
    }
  }

  /** Whether {@code self} itself is in it, plain or in a list, and not one of its attributes. */
  private boolean mentionsSelf(SyntaxNode node) {
    return switch (node.kind()) {
      case "Name" -> names.isSelf(node);
      case "List", "Tuple", "Set" -> node.nodes("elements").stream().anyMatch(names::isSelf);
      case "FormattedValue" -> node.node("value").filter(names::isSelf).isPresent();
      default -> false;
    };
  }

  private void subscript(SyntaxNode node) {
    String called =
        switch (node.text("context")) {
          case "Store" -> "__setitem__";
          case "Del" -> "__delitem__";
          default -> "__getitem__";
        };
    special(node.node("value").orElseThrow(), node, List.of(called));
  }

  private void comparison(SyntaxNode node) {
    List<String> ops = node.words("ops");
    List<SyntaxNode> right = node.nodes("comparators");
    SyntaxNode left = node.node("left").orElseThrow();
    for (int i = 0; i < ops.size() && i < right.size(); i++) {
      String called = OPERATORS.get(ops.get(i));
      if (called != null) {
        boolean contains = called.equals("__contains__");
        special(contains ? right.get(i) : left, node, List.of(called));
      }
      left = right.get(i);
    }
  }

  private void operation(SyntaxNode node) {
    String called = OPERATORS.get(node.text("op"));
    if (called != null) {
      special(node.node("left").orElseThrow(), node, List.of(called));
    }
  }

  /** The calls that lead back to the function they stand in. */
  List<Edge> circular() {
    IdentityHashMap<SyntaxNode, Set<SyntaxNode>> next = new IdentityHashMap<>();
    for (Edge edge : edges) {
      next.computeIfAbsent(edge.from(), _ -> new LinkedHashSet<>()).add(edge.to());
    }
    IdentityHashMap<SyntaxNode, Integer> groups = new Components<>(next).groups();
    List<Edge> circular = new ArrayList<>();
    for (Edge edge : edges) {
      Integer group = groups.get(edge.from());
      boolean back =
          edge.from() == edge.to() || (group != null && group.equals(groups.get(edge.to())));
      if (back) {
        circular.add(edge);
      }
    }
    return circular;
  }
}
