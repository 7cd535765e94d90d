package dev.glovebox.analyzer.java;

import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import dev.glovebox.prepare.source.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which classes of a source are strategies, and which of them a worker runs. */
final class Strategies {
  private final Names names;
  private final Map<String, String> parents = new HashMap<>();
  private final Set<String> extended = new HashSet<>();
  private final List<OwnClass> found;

  private Strategies(Names names) {
    this.names = names;
    for (OwnClass own : names.classes().values()) {
      parent(own).ifPresent(above -> parents.put(own.name(), above));
    }
    extended.addAll(parents.values());
    this.found =
        names.classes().values().stream()
            .filter(own -> isStrategy(own.name()))
            .sorted(
                Comparator.comparing(
                    own -> Places.of(own.declaration()),
                    Comparator.comparingInt(Span::line).thenComparingInt(Span::column)))
            .toList();
  }

  /** The strategies of a source. */
  static Strategies of(Tree tree, Names names) {
    Strategies strategies = new Strategies(names);
    for (ObjectCreationExpr made : tree.all(ObjectCreationExpr.class)) {
      if (made.getAnonymousClassBody().isPresent()) {
        names.named(made.getType()).ifPresent(strategies.extended::add);
      }
    }
    return strategies;
  }

  private Optional<String> parent(OwnClass own) {
    return own.declaration() instanceof ClassOrInterfaceDeclaration declared
            && !declared.isInterface()
        ? declared.getExtendedTypes().stream().findFirst().flatMap(names::named)
        : Optional.empty();
  }

  private boolean isStrategy(String name) {
    Set<String> seen = new HashSet<>();
    String here = name;
    while (seen.add(here)) {
      here = parents.getOrDefault(here, "");
      if (here.equals(Hooks.STRATEGY)) {
        return true;
      }
    }
    return false;
  }

  /** All classes below Strategy, by place. */
  List<OwnClass> all() {
    return found;
  }

  /** Strategies that are not abstract and that no other class extends, by place. */
  List<OwnClass> leaves() {
    return found.stream()
        .filter(own -> !extended.contains(own.name()))
        .filter(own ->
            !(own.declaration() instanceof ClassOrInterfaceDeclaration declared)
                || !declared.isAbstract())
        .toList();
  }

  /** Whether a worker takes {@code leaf}: public, and within no other class. */
  static boolean isTaken(OwnClass leaf) {
    return leaf.declaration().isTopLevelType() && leaf.declaration().isPublic();
  }

  /** The strategy that a worker runs, if there is exactly one. */
  Optional<OwnClass> chosen() {
    List<OwnClass> taken = leaves().stream().filter(Strategies::isTaken).toList();
    return taken.size() == 1 ? Optional.of(taken.getFirst()) : Optional.empty();
  }

  /** {@code own}, then the classes of this source above it, nearest first. */
  List<OwnClass> line(OwnClass own) {
    List<OwnClass> line = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    Optional<OwnClass> here = Optional.of(own);
    while (here.isPresent() && seen.add(here.get().name())) {
      line.add(here.get());
      here = Optional.ofNullable(parents.get(here.get().name())).flatMap(names::own);
    }
    return List.copyOf(line);
  }
}
