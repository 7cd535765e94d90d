package dev.glovebox.analyzer.python;

import dev.glovebox.prepare.python.SyntaxNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All nodes of a source, each after the one around it, for questions that one node cannot answer.
 */
final class Tree {
  private final List<SyntaxNode> nodes = new ArrayList<>();
  private final IdentityHashMap<SyntaxNode, SyntaxNode> parents = new IdentityHashMap<>();
  private final Map<String, List<SyntaxNode>> kinds = new HashMap<>();

  private Tree() {}

  /** The tree below {@code module}, walked without recursion. */
  static Tree of(SyntaxNode module) {
    Tree tree = new Tree();
    Deque<SyntaxNode> open = new ArrayDeque<>();
    open.push(module);
    while (!open.isEmpty()) {
      SyntaxNode node = open.pop();
      tree.nodes.add(node);
      tree.kinds.computeIfAbsent(node.kind(), _ -> new ArrayList<>()).add(node);
      for (SyntaxNode child : node.children()) {
        tree.parents.put(child, node);
        open.push(child);
      }
    }
    return tree;
  }

  /** Every node, each after the one around it. */
  List<SyntaxNode> nodes() {
    return nodes;
  }

  /** Every node of {@code kind}. */
  List<SyntaxNode> all(String kind) {
    return kinds.getOrDefault(kind, List.of());
  }

  /** The node around {@code node}; empty for the module. */
  Optional<SyntaxNode> parent(SyntaxNode node) {
    return Optional.ofNullable(parents.get(node));
  }

  /** The nearest node around {@code node} of one of {@code wanted}. */
  Optional<SyntaxNode> nearest(SyntaxNode node, String... wanted) {
    for (SyntaxNode here = parents.get(node); here != null; here = parents.get(here)) {
      for (String kind : wanted) {
        if (here.is(kind)) {
          return Optional.of(here);
        }
      }
    }
    return Optional.empty();
  }

  /** The nodes below {@code top} and {@code top} itself, without those inside other definitions. */
  static List<SyntaxNode> inside(SyntaxNode top) {
    List<SyntaxNode> found = new ArrayList<>();
    Deque<SyntaxNode> open = new ArrayDeque<>();
    open.push(top);
    while (!open.isEmpty()) {
      SyntaxNode node = open.pop();
      found.add(node);
      for (SyntaxNode child : node.children()) {
        if (!isDefinition(child)) {
          open.push(child);
        }
      }
    }
    return found;
  }

  /** Whether what stands in {@code node} runs at another time than what stands around it. */
  static boolean isDefinition(SyntaxNode node) {
    return switch (node.kind()) {
      case "FunctionDef", "AsyncFunctionDef", "Lambda", "ClassDef" -> true;
      default -> false;
    };
  }
}
