package dev.glovebox.analyzer.python;

import dev.glovebox.analyzer.rules.RuleSet;
import dev.glovebox.prepare.python.SyntaxNode;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which expressions are what the host handed over: parameters of hooks, other names for them,
 * attributes of {@code self} that keep them, and parameters of functions that are called with them.
 */
final class HostValues {
  // A value that is handed on further than this is not followed.
  private static final int STEPS_MAX = 8;

  private static final List<String> LOOPS = List.of("For", "Comprehension");

  private final Names names;
  private final RuleSet rules;
  private final IdentityHashMap<SyntaxNode, Set<Integer>> handed = new IdentityHashMap<>();
  private final Set<String> kept = new HashSet<>();
  // Meanings of names that loops bind to items of what was handed over.
  private final Set<Scope.Meaning> items = Collections.newSetFromMap(new IdentityHashMap<>());

  private HostValues(Names names, RuleSet rules) {
    this.names = names;
    this.rules = rules;
  }

  static HostValues of(Tree tree, Names names, RuleSet rules) {
    HostValues values = new HostValues(names, rules);
    for (int step = 0; step < STEPS_MAX; step++) {
      boolean more = false;
      for (SyntaxNode node : tree.all("Assign")) {
        more |= values.keep(node);
      }
      for (SyntaxNode node : tree.all("Call")) {
        more |= values.handOver(node, tree);
      }
      for (String kind : LOOPS) {
        for (SyntaxNode node : tree.all(kind)) {
          more |= values.loop(node);
        }
      }
      if (!more) {
        break;
      }
    }
    return values;
  }

  // for bar in ctx.history(5)
  private boolean loop(SyntaxNode node) {
    SyntaxNode target = node.node("target").orElseThrow();
    return target.is("Name")
        && holds(node.node("iter").orElseThrow())
        && names.meaning(target).filter(items::add).isPresent();
  }

  // self.ctx = ctx
  private boolean keep(SyntaxNode assignment) {
    if (assignment.node("value").filter(this::isHandle).isEmpty()) {
      return false;
    }
    boolean more = false;
    for (SyntaxNode target : assignment.nodes("targets")) {
      if (isOwnAttribute(target)) {
        more |= kept.add(Names.plain(target.text("attr")));
      }
    }
    return more;
  }

  private boolean isOwnAttribute(SyntaxNode node) {
    return node.is("Attribute") && names.isSelf(node.node("value").orElseThrow());
  }

  private boolean handOver(SyntaxNode call, Tree tree) {
    List<SyntaxNode> arguments = call.nodes("args");
    boolean any = arguments.stream().anyMatch(this::isHandle);
    if (!any) {
      return false;
    }
    SyntaxNode function = call.node("func").orElseThrow();
    boolean ofSelf = isOwnAttribute(function);
    Optional<SyntaxNode> called = ofSelf ? method(function, tree) : ownFunction(function);
    if (called.isEmpty()) {
      return false;
    }
    boolean more = false;
    for (int i = 0; i < arguments.size(); i++) {
      if (isHandle(arguments.get(i))) {
        more |= handed.computeIfAbsent(called.get(), _ -> new HashSet<>()).add(ofSelf ? i + 1 : i);
      }
    }
    return more;
  }

  private Optional<SyntaxNode> ownFunction(SyntaxNode function) {
    return function.is("Name") ? names.ownFunction(function) : Optional.empty();
  }

  private static Optional<SyntaxNode> method(SyntaxNode function, Tree tree) {
    String name = Names.plain(function.text("attr"));
    return tree.nearest(function, "ClassDef").stream()
        .flatMap(owner -> owner.nodes("body").stream())
        .filter(member -> member.is("FunctionDef"))
        .filter(member -> Names.plain(member.text("name")).equals(name))
        .findFirst();
  }

  /** Whether {@code expression} is, by whatever name, one of the objects that were handed over. */
  private boolean isHandle(SyntaxNode expression) {
    return expression.is("Name")
        ? isHandleName(expression)
        : isOwnAttribute(expression) && kept.contains(Names.plain(expression.text("attr")));
  }

  private boolean isHandleName(SyntaxNode expression) {
    SyntaxNode name = expression;
    for (int step = 0; step < STEPS_MAX; step++) {
      Optional<Scope.Meaning> meaning = names.meaning(name);
      if (meaning.isEmpty()) {
        return false;
      }
      if (items.contains(meaning.get())) {
        return true;
      }
      Optional<Binding.Parameter> parameter = names.parameter(name);
      if (parameter.isPresent()) {
        return isHandedParameter(name, parameter.get());
      }
      Optional<SyntaxNode> next = names.firstValue(name);
      if (next.isEmpty()) {
        return false;
      }
      SyntaxNode value = next.get();
      if (!value.is("Name")) {
        return (isOwnAttribute(value) && kept.contains(Names.plain(value.text("attr"))))
            || isClassOfHandle(value);
      }
      name = value;
    }
    return false;
  }

  // type(bar)
  private boolean isClassOfHandle(SyntaxNode value) {
    return value.is("Call")
        && value.node("func").flatMap(names::path).equals(Optional.of(Names.BUILTIN + "type"))
        && value.nodes("args").stream()
            .anyMatch(argument -> argument.is("Name") && isHandleParameter(argument));
  }

  private boolean isHandleParameter(SyntaxNode name) {
    return names
        .parameter(name)
        .filter(parameter -> isHandedParameter(name, parameter))
        .isPresent();
  }

  private boolean isHandedParameter(SyntaxNode name, Binding.Parameter parameter) {
    if (names.isSelf(name) || names.isOwnClass(name)) {
      return false;
    }
    SyntaxNode function = parameter.function();
    return (function.is("FunctionDef") && rules.lists("hooks", function.text("name")))
        || handed.getOrDefault(function, Set.of()).contains(parameter.index());
  }

  /** Whether {@code expression} is, or begins at, what the host handed over. */
  boolean holds(SyntaxNode expression) {
    SyntaxNode here = expression;
    while (true) {
      if (isHandle(here)) {
        return true;
      }
      switch (here.kind()) {
        case "Attribute", "Subscript" -> here = here.node("value").orElseThrow();
        case "Call" -> here = here.node("func").orElseThrow();
        case "NamedExpr" -> here = here.node("value").orElseThrow();
        case "IfExp" -> here = here.node("body").orElseThrow();
        default -> {
          return false;
        }
      }
    }
  }

  /** Whether {@code expression} is one of the handed objects itself. */
  boolean isOne(SyntaxNode expression) {
    return isHandle(expression);
  }
}
