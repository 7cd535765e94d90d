package dev.glovebox.analyzer.java;

import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;

/** Which variables are containers that grow, lose entries, are sorted or turned around. */
final class Containers {
  private static final int PLAN_ENTRIES_MIN = 3;

  private static final Set<String> ADDING =
      Set.of(
          "add", "addFirst", "addLast", "addAll", "offer", "push", "put", "putIfAbsent", "merge");

  private static final Set<String> LOSING =
      Set.of(
          "remove",
          "removeFirst",
          "removeLast",
          "removeIf",
          "clear",
          "poll",
          "pollFirst",
          "pollLast",
          "pop",
          "retainAll",
          "removeAll");

  private final Facts facts;
  private final Set<Variable> growing = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<Variable> shortened = Collections.newSetFromMap(new IdentityHashMap<>());
  private final IdentityHashMap<Variable, Integer> places = new IdentityHashMap<>();
  private final Set<Variable> sorted = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<Variable> turned = Collections.newSetFromMap(new IdentityHashMap<>());

  private Containers(Facts facts) {
    this.facts = facts;
  }

  static Containers of(Facts facts) {
    Containers containers = new Containers(facts);
    facts.tree().all(MethodCallExpr.class).forEach(containers::note);
    return containers;
  }

  private void note(MethodCallExpr call) {
    String name = call.getNameAsString();
    Optional<Variable> on = call.getScope().flatMap(this::variable);
    if (on.isPresent()) {
      if (name.equals("put") && facts.constants().number(call.getArgument(0)).isPresent()) {
        places.merge(on.get(), 1, Integer::sum);
      }
      if (ADDING.contains(name)) {
        growing.add(on.get());
      } else if (LOSING.contains(name)) {
        shortened.add(on.get());
      } else if (name.equals("sort")) {
        sorted.add(on.get());
      }
    } else if (!call.getArguments().isEmpty()) {
      Optional<Variable> given = variable(call.getArgument(0));
      if (name.equals("sort")) {
        given.ifPresent(sorted::add);
      } else if (name.equals("reverse")) {
        given.ifPresent(turned::add);
      }
    }
  }

  private Optional<Variable> variable(Expression expression) {
    return facts.names().variable(expression);
  }

  /** What {@code call} adds to. */
  Optional<Variable> added(MethodCallExpr call) {
    return ADDING.contains(call.getNameAsString())
        ? call.getScope().flatMap(this::variable)
        : Optional.empty();
  }

  /** Whether it is a field that gets more and never less. */
  boolean isGrowing(Variable variable) {
    return variable.kind() == Variable.Kind.FIELD
        && growing.contains(variable)
        && !shortened.contains(variable)
        && variable.writes().isEmpty();
  }

  /** Whether constant numbers are put into it as keys: a plan. */
  boolean isPlan(Variable variable) {
    return places.getOrDefault(variable, 0) >= PLAN_ENTRIES_MIN;
  }

  boolean isSorted(Variable variable) {
    return sorted.contains(variable);
  }

  /** Whether its newest entry is the first. */
  boolean isTurned(Variable variable) {
    return turned.contains(variable);
  }
}
