package dev.glovebox.analyzer.java;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.TypeDeclaration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A part of the source in which names are declared, within another one. */
final class Scope {
  private final Optional<Scope> around;
  private final Node node;
  private final Map<String, Variable> variables = new HashMap<>();
  private final Map<String, String> types = new HashMap<>();

  Scope(Optional<Scope> around, Node node) {
    this.around = around;
    this.node = node;
  }

  Optional<Scope> around() {
    return around;
  }

  /** What opens it. */
  Node node() {
    return node;
  }

  /** Variables declared here, by name. */
  Map<String, Variable> variables() {
    return variables;
  }

  /** Classes declared here and type parameters, by simple name; type parameters are empty. */
  Map<String, String> types() {
    return types;
  }

  /** The nearest variable called {@code name}. */
  Optional<Variable> variable(String name) {
    for (Scope scope = this; ; scope = scope.around.orElseThrow()) {
      Variable found = scope.variables.get(name);
      if (found != null) {
        return Optional.of(found);
      }
      if (scope.around.isEmpty()) {
        return Optional.empty();
      }
    }
  }

  /** The nearest class or type parameter called {@code name}. */
  Optional<String> type(String name) {
    for (Scope scope = this; ; scope = scope.around.orElseThrow()) {
      String found = scope.types.get(name);
      if (found != null) {
        return Optional.of(found);
      }
      if (scope.around.isEmpty()) {
        return Optional.empty();
      }
    }
  }

  /** The innermost class around this place. */
  Optional<Scope> body() {
    for (Scope scope = this; ; scope = scope.around.orElseThrow()) {
      if (scope.node instanceof TypeDeclaration<?>
          || scope.node instanceof com.github.javaparser.ast.expr.ObjectCreationExpr) {
        return Optional.of(scope);
      }
      if (scope.around.isEmpty()) {
        return Optional.empty();
      }
    }
  }
}
