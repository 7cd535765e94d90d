package dev.glovebox.analyzer.python;

import dev.glovebox.prepare.python.SyntaxNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Names of one module, class, function or comprehension, by Python's rules of scope. */
final class Scope {

  /** What opened the scope. */
  enum Kind {
    MODULE,
    CLASS,
    FUNCTION,
    COMPREHENSION
  }

  /**
   * What a name means where it is read.
   *
   * @param firm whether it can never fall back to the interpreter's name: function locals raise
   *     instead, names of modules and classes fall through
   */
  record Meaning(List<Binding> bindings, boolean firm) {
    Meaning {
      bindings = List.copyOf(bindings);
    }
  }

  private final Kind kind;
  private final Optional<Scope> outer;
  private final SyntaxNode opener;
  private final Map<String, List<Binding>> names = new HashMap<>();
  private final Map<String, Meaning> meanings = new HashMap<>();
  private final Set<String> globals = new HashSet<>();
  private final Set<String> nonlocals = new HashSet<>();

  Scope(Kind kind, Optional<Scope> outer, SyntaxNode opener) {
    this.kind = kind;
    this.outer = outer;
    this.opener = opener;
  }

  Kind kind() {
    return kind;
  }

  Optional<Scope> outer() {
    return outer;
  }

  /** The node that opened the scope. */
  SyntaxNode opener() {
    return opener;
  }

  void declareGlobal(String name) {
    globals.add(name);
  }

  void declareNonlocal(String name) {
    nonlocals.add(name);
  }

  void bind(String name, Binding binding) {
    names.computeIfAbsent(name, _ -> new ArrayList<>()).add(binding);
  }

  /** Whether {@code name} is bound here, once all is settled. */
  boolean owns(String name) {
    return names.containsKey(name);
  }

  /** Moves what {@code global} and {@code nonlocal} say belongs to another scope. */
  void settle() {
    for (String name : globals) {
      moveTo(module(), name);
    }
    for (String name : nonlocals) {
      for (Scope scope = outer.orElse(this); scope.kind != Kind.MODULE; scope = scope.parent()) {
        if (scope.kind == Kind.FUNCTION && scope.names.containsKey(name)) {
          moveTo(scope, name);
          break;
        }
      }
    }
  }

  private void moveTo(Scope other, String name) {
    List<Binding> moved = names.remove(name);
    if (moved != null && other != this) {
      moved.forEach(binding -> other.bind(name, binding));
    } else if (moved != null) {
      names.put(name, moved);
    }
  }

  private Scope parent() {
    return outer.orElseThrow();
  }

  private Scope module() {
    Scope scope = this;
    while (scope.outer.isPresent()) {
      scope = scope.outer.get();
    }
    return scope;
  }

  /** What {@code name} means when it is read here; empty if only the interpreter can know it. */
  Optional<Meaning> lookUp(String name) {
    if (globals.contains(name)) {
      return module().own(name);
    }
    Optional<Scope> scope = Optional.of(this);
    while (scope.isPresent()) {
      Scope here = scope.get();
      // The names of a class are seen by its own statements only.
      if (here == this || here.kind != Kind.CLASS) {
        Optional<Meaning> meaning = here.own(name);
        if (meaning.isPresent()) {
          return meaning;
        }
      }
      scope = here.outer;
    }
    return Optional.empty();
  }

  // One Meaning for each name of a scope, so that what it stands for is worked out once.
  private Optional<Meaning> own(String name) {
    List<Binding> bindings = names.get(name);
    return bindings == null
        ? Optional.empty()
        : Optional.of(meanings.computeIfAbsent(name, _ -> new Meaning(bindings, isFirm())));
  }

  private boolean isFirm() {
    return kind == Kind.FUNCTION || kind == Kind.COMPREHENSION;
  }
}
