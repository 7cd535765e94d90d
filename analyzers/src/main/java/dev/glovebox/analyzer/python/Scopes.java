package dev.glovebox.analyzer.python;

import dev.glovebox.prepare.python.SyntaxNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;

/** Finds out, without recursion, in which scope each node is evaluated and what each name means. */
final class Scopes {
  private record Step(SyntaxNode node, Scope scope) {}

  private final IdentityHashMap<SyntaxNode, Scope> scopeOf = new IdentityHashMap<>();
  private final Deque<Step> open = new ArrayDeque<>();
  private final List<Scope> all = new ArrayList<>();

  private Scopes() {}

  static Scopes of(SyntaxNode module) {
    Scopes scopes = new Scopes();
    scopes.open.push(new Step(module, scopes.opened(Scope.Kind.MODULE, Optional.empty(), module)));
    while (!scopes.open.isEmpty()) {
      Step step = scopes.open.pop();
      scopes.scopeOf.put(step.node(), step.scope());
      scopes.enter(step.node(), step.scope());
    }
    scopes.all.forEach(Scope::settle);
    return scopes;
  }

  /** The scope in which {@code node} is evaluated. */
  Scope scopeOf(SyntaxNode node) {
    Scope scope = scopeOf.get(node);
    if (scope == null) {
      throw new IllegalArgumentException("not of this tree: " + node);
    }
    return scope;
  }

  private Scope opened(Scope.Kind kind, Optional<Scope> outer, SyntaxNode opener) {
    Scope scope = new Scope(kind, outer, opener);
    all.add(scope);
    return scope;
  }

  private void later(List<SyntaxNode> nodes, Scope scope) {
    nodes.forEach(node -> open.push(new Step(node, scope)));
  }

  private void later(Optional<SyntaxNode> node, Scope scope) {
    node.ifPresent(present -> open.push(new Step(present, scope)));
  }

  private void enter(SyntaxNode node, Scope scope) {
    switch (node.kind()) {
      case "FunctionDef", "AsyncFunctionDef" -> {
        scope.bind(Names.plain(node.text("name")), new Binding.OwnFunction(node));
        Scope inner = opened(Scope.Kind.FUNCTION, Optional.of(scope), node);
        later(node.nodes("decoratorList"), scope);
        later(node.node("returns"), scope);
        later(node.nodes("typeParams"), inner);
        later(node.nodes("body"), inner);
        parameters(node, scope, inner);
      }
      case "Lambda" -> {
        Scope inner = opened(Scope.Kind.FUNCTION, Optional.of(scope), node);
        later(node.node("body"), inner);
        parameters(node, scope, inner);
      }
      case "ClassDef" -> {
        scope.bind(Names.plain(node.text("name")), new Binding.OwnClass(node));
        later(node.nodes("decoratorList"), scope);
        later(node.nodes("bases"), scope);
        later(node.nodes("keywords"), scope);
        // Seen by the bases as well; close enough for names that only annotations use.
        later(node.nodes("typeParams"), scope);
        later(node.nodes("body"), opened(Scope.Kind.CLASS, Optional.of(scope), node));
      }
      case "ListComp", "SetComp", "GeneratorExp", "DictComp" -> comprehension(node, scope);
      default -> {
        bindings(node, scope);
        later(node.children(), scope);
      }
    }
  }

  private void parameters(SyntaxNode function, Scope scope, Scope inner) {
    Optional<SyntaxNode> arguments = function.node("args");
    if (arguments.isEmpty()) {
      return;
    }
    SyntaxNode node = arguments.get();
    scopeOf.put(node, inner);
    later(node.nodes("defaults"), scope);
    later(node.nodes("kwDefaults"), scope);
    int index = 0;
    for (String part : List.of("posOnlyArgs", "args")) {
      for (SyntaxNode argument : node.nodes(part)) {
        parameter(argument, new Binding.Parameter(function, index++), scope, inner);
      }
    }
    List<SyntaxNode> others = new ArrayList<>(node.nodes("kwOnlyArgs"));
    node.node("varArg").ifPresent(others::add);
    node.node("kwArg").ifPresent(others::add);
    others.forEach(
        argument -> parameter(argument, new Binding.Parameter(function, -1), scope, inner));
  }

  private void parameter(SyntaxNode argument, Binding binding, Scope scope, Scope inner) {
    scopeOf.put(argument, inner);
    inner.bind(Names.plain(argument.text("arg")), binding);
    later(argument.node("annotation"), scope);
  }

  private void comprehension(SyntaxNode node, Scope scope) {
    Scope inner = opened(Scope.Kind.COMPREHENSION, Optional.of(scope), node);
    List<SyntaxNode> clauses = node.nodes("generators");
    for (SyntaxNode child : node.children()) {
      if (!clauses.contains(child)) {
        later(List.of(child), inner);
      }
    }
    for (SyntaxNode clause : clauses) {
      scopeOf.put(clause, inner);
      later(clause.node("target"), inner);
      later(clause.nodes("ifs"), inner);
      // The first iterable is evaluated outside: there the targets are not yet known.
      later(clause.node("iter"), clause == clauses.getFirst() ? scope : inner);
    }
  }

  private void bindings(SyntaxNode node, Scope scope) {
    switch (node.kind()) {
      case "Name" -> {
        if (!node.text("context").equals("Load")) {
          scope.bind(Names.plain(node.text("id")), new Binding.Assigned(Optional.empty()));
        }
      }
      case "Assign" -> aliases(node.nodes("targets"), node.node("value"), scope);
      case "AnnAssign" -> aliases(node.node("target").stream().toList(), node.node("value"), scope);
      case "NamedExpr" -> walrus(node, scope);
      case "Global" -> node.words("names").forEach(name -> scope.declareGlobal(Names.plain(name)));
      case "Nonlocal" ->
          node.words("names").forEach(name -> scope.declareNonlocal(Names.plain(name)));
      case "Import" -> imports(node, scope);
      case "ImportFrom" -> importsFrom(node, scope);
      case "ExceptHandler", "MatchAs", "MatchStar", "TypeVar", "ParamSpec", "TypeVarTuple" ->
          bindText(scope, node.text("name"));
      case "MatchMapping" -> bindText(scope, node.text("rest"));
      default -> {
        // Binds nothing by itself.
      }
    }
  }

  private static void bindText(Scope scope, String name) {
    if (!name.isEmpty()) {
      scope.bind(Names.plain(name), new Binding.Assigned(Optional.empty()));
    }
  }

  private static void aliases(List<SyntaxNode> targets, Optional<SyntaxNode> value, Scope scope) {
    for (SyntaxNode target : targets) {
      if (target.is("Name")) {
        scope.bind(Names.plain(target.text("id")), new Binding.Assigned(value));
      }
    }
  }

  // A walrus in a comprehension binds in the scope around it.
  private static void walrus(SyntaxNode node, Scope scope) {
    Scope target = scope;
    while (target.kind() == Scope.Kind.COMPREHENSION) {
      target = target.outer().orElseThrow();
    }
    aliases(node.node("target").stream().toList(), node.node("value"), target);
  }

  private static void imports(SyntaxNode node, Scope scope) {
    for (SyntaxNode alias : node.nodes("names")) {
      String module = Names.plain(alias.text("name"));
      String as = Names.plain(alias.text("asName"));
      String root =
          module.substring(0, module.indexOf('.') < 0 ? module.length() : module.indexOf('.'));
      scope.bind(as.isEmpty() ? root : as, new Binding.Imported(as.isEmpty() ? root : module));
    }
  }

  private static void importsFrom(SyntaxNode node, Scope scope) {
    String module = Names.plain(node.text("module"));
    for (SyntaxNode alias : node.nodes("names")) {
      String name = Names.plain(alias.text("name"));
      String as = Names.plain(alias.text("asName"));
      scope.bind(as.isEmpty() ? name : as, new Binding.Imported(module + "." + name));
    }
  }
}
