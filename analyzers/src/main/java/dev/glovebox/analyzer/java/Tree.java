package dev.glovebox.analyzer.java;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.comments.Comment;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All nodes of a source, each after the one around it. */
final class Tree {
  private final String text;
  private final CompilationUnit unit;
  private final List<Comment> comments;
  private final List<Node> nodes = new ArrayList<>();
  private final Map<Class<?>, List<Node>> kinds = new HashMap<>();

  private Tree(JavaParsing.Parsed parsed) {
    this.text = parsed.text();
    this.unit = parsed.unit();
    this.comments = parsed.comments();
  }

  /** The tree of {@code parsed}, walked without recursion. */
  static Tree of(JavaParsing.Parsed parsed) {
    Tree tree = new Tree(parsed);
    Deque<Node> open = new ArrayDeque<>();
    open.push(parsed.unit());
    while (!open.isEmpty()) {
      Node node = open.pop();
      tree.nodes.add(node);
      tree.kinds.computeIfAbsent(node.getClass(), _ -> new ArrayList<>()).add(node);
      List<Node> children = node.getChildNodes();
      for (int i = children.size() - 1; i >= 0; i--) {
        open.push(children.get(i));
      }
    }
    return tree;
  }

  /** The whole text. */
  String text() {
    return text;
  }

  CompilationUnit unit() {
    return unit;
  }

  /** Comments, by place. */
  List<Comment> comments() {
    return comments;
  }

  /** Every node, each after the one around it. */
  List<Node> nodes() {
    return nodes;
  }

  /** Every node of exactly {@code kind}. */
  <N extends Node> List<N> all(Class<N> kind) {
    return kinds.getOrDefault(kind, List.of()).stream().map(kind::cast).toList();
  }

  /** Whether both are one node; equals compares what stands in them. */
  @SuppressWarnings("ReferenceEquality")
  static boolean same(Node one, Node other) {
    return one == other;
  }

  /** Whether {@code call} is called on {@code scope}. */
  static boolean isScope(Node scope, MethodCallExpr call) {
    return call.getScope().filter(on -> same(on, scope)).isPresent();
  }

  /** The nearest node around {@code node} of one of {@code wanted} or a class below it. */
  @SafeVarargs
  static Optional<Node> nearest(Node node, Class<? extends Node>... wanted) {
    for (Optional<Node> here = node.getParentNode();
        here.isPresent();
        here = here.get().getParentNode()) {
      for (Class<? extends Node> kind : wanted) {
        if (kind.isInstance(here.get())) {
          return here;
        }
      }
    }
    return Optional.empty();
  }

  /** The nodes below {@code top} and itself, without those that run at another time. */
  static List<Node> inside(Node top) {
    List<Node> found = new ArrayList<>();
    Deque<Node> open = new ArrayDeque<>();
    open.push(top);
    while (!open.isEmpty()) {
      Node node = open.pop();
      found.add(node);
      for (Node child : node.getChildNodes()) {
        if (!isDefinition(child)) {
          open.push(child);
        }
      }
    }
    return found;
  }

  /** Whether what stands in {@code node} runs at another time than what stands around it. */
  static boolean isDefinition(Node node) {
    return node instanceof LambdaExpr
        || node instanceof MethodDeclaration
        || node instanceof TypeDeclaration<?>;
  }
}
