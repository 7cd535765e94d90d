package dev.glovebox.analyzer.python;

import dev.glovebox.prepare.python.SyntaxNode;
import dev.glovebox.prepare.source.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The one leaf subclass of {@code Strategy}, and the classes of this source that it is made of. */
final class StrategyClasses {
  private static final String STRATEGY = "glovebox.Strategy";

  private static final Comparator<SyntaxNode> IN_ORDER =
      Comparator.comparing(
          SyntaxNode::span, Comparator.comparingInt(Span::line).thenComparingInt(Span::column));

  private final Names names;
  private final Map<String, SyntaxNode> byName = new HashMap<>();
  private final List<SyntaxNode> leaves;

  /**
   * Looks among {@code classes}, which stand at the level of the module; of several of one name the
   * last counts.
   */
  StrategyClasses(List<SyntaxNode> classes, Names names) {
    this.names = names;
    classes.stream()
        .sorted(IN_ORDER)
        .forEach(definition -> byName.put(Names.plain(definition.text("name")), definition));
    this.leaves = leaves();
  }

  private List<SyntaxNode> leaves() {
    Map<String, List<SyntaxNode>> below = new HashMap<>();
    Deque<SyntaxNode> open = new ArrayDeque<>();
    for (SyntaxNode definition : byName.values()) {
      for (String base : bases(definition)) {
        if (base.equals(STRATEGY)) {
          open.push(definition);
        } else {
          below.computeIfAbsent(base, _ -> new ArrayList<>()).add(definition);
        }
      }
    }
    Set<SyntaxNode> strategies = new HashSet<>();
    List<SyntaxNode> found = new ArrayList<>();
    while (!open.isEmpty()) {
      SyntaxNode definition = open.pop();
      if (strategies.add(definition)) {
        String own = Names.OWN + Names.plain(definition.text("name"));
        List<SyntaxNode> children = below.getOrDefault(own, List.of());
        children.forEach(open::push);
        if (children.isEmpty()) {
          found.add(definition);
        }
      }
    }
    return List.copyOf(found);
  }

  private List<String> bases(SyntaxNode definition) {
    return definition.nodes("bases").stream()
        .map(base -> base.is("Subscript") ? base.node("value").orElseThrow() : base)
        .map(names::path)
        .flatMap(Optional::stream)
        .toList();
  }

  /** The leaf, if there is exactly one. */
  Optional<SyntaxNode> leaf() {
    return leaves.size() == 1 ? Optional.of(leaves.getFirst()) : Optional.empty();
  }

  /** The leaf, then the classes of this source above it, nearest first. */
  List<SyntaxNode> line() {
    List<SyntaxNode> found = new ArrayList<>();
    Set<SyntaxNode> seen = new HashSet<>();
    Deque<SyntaxNode> open = new ArrayDeque<>(leaf().stream().toList());
    while (!open.isEmpty()) {
      SyntaxNode definition = open.pop();
      if (seen.add(definition)) {
        found.add(definition);
        for (String base : bases(definition).reversed()) {
          if (base.startsWith(Names.OWN)) {
            Optional.ofNullable(byName.get(base.substring(Names.OWN.length())))
                .ifPresent(open::push);
          }
        }
      }
    }
    return List.copyOf(found);
  }

  /**
   * The statements of a class itself, in their order, also those below an {@code if} and the like.
   */
  static List<SyntaxNode> statements(SyntaxNode definition) {
    List<SyntaxNode> found = new ArrayList<>();
    Deque<SyntaxNode> open = new ArrayDeque<>(definition.nodes("body"));
    while (!open.isEmpty()) {
      SyntaxNode node = open.pop();
      if (node.family() == SyntaxNode.Family.STATEMENT) {
        found.add(node);
      }
      if (!node.is("FunctionDef") && !node.is("AsyncFunctionDef") && !node.is("ClassDef")) {
        node.children().stream()
            .filter(child -> child.family() != SyntaxNode.Family.EXPRESSION)
            .forEach(open::push);
      }
    }
    found.sort(IN_ORDER);
    return List.copyOf(found);
  }
}
