package dev.glovebox.analyzer.java;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.type.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A field, local variable, parameter or what a pattern names. */
final class Variable {
  /** How it came to be. */
  enum Kind {
    FIELD,
    LOCAL,
    PARAMETER,
    /** Of a lambda; its type may not be written. */
    LAMBDA,
    /** Of a for-each loop: one of what is looped over. */
    EACH,
    CAUGHT,
    PATTERN
  }

  private final String name;
  private final Kind kind;
  private final Node declaration;
  private final Optional<Type> type;
  private final Optional<Expression> initial;
  private final Scope scope;
  private final List<Node> writes = new ArrayList<>();

  Variable(
      String name,
      Kind kind,
      Node declaration,
      Optional<Type> type,
      Optional<Expression> initial,
      Scope scope) {
    this.name = name;
    this.kind = kind;
    this.declaration = declaration;
    this.type = type;
    this.initial = initial;
    this.scope = scope;
  }

  String name() {
    return name;
  }

  Kind kind() {
    return kind;
  }

  Node declaration() {
    return declaration;
  }

  /** The written type; {@code var} is a type here, and lambdas may have none. */
  Optional<Type> type() {
    return type;
  }

  /** What it is initialised with; of a for-each loop what is looped over. */
  Optional<Expression> initial() {
    return initial;
  }

  /** Where it is declared. */
  Scope scope() {
    return scope;
  }

  /** Assignments and steps ({@code ++}) beside the initialiser. */
  List<Node> writes() {
    return writes;
  }

  /** Whether it has one value, that of its initialiser. */
  boolean isSetOnce() {
    return initial.isPresent() && writes.isEmpty() && kind != Kind.EACH;
  }
}
