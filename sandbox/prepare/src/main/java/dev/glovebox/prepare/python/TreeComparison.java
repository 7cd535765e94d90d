package dev.glovebox.prepare.python;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Compares trees without positions, and without recursion. */
public final class TreeComparison {
  private record Pair(SyntaxNode left, SyntaxNode right) {}

  private final Deque<Pair> open = new ArrayDeque<>();

  private TreeComparison() {}

  /** Returns the first node of {@code left} found to differ from {@code right}, if any. */
  public static Optional<SyntaxNode> difference(SyntaxNode left, SyntaxNode right) {
    TreeComparison comparison = new TreeComparison();
    comparison.open.push(new Pair(left, right));
    while (!comparison.open.isEmpty()) {
      Pair pair = comparison.open.pop();
      if (!comparison.sameHere(pair)) {
        return Optional.of(pair.left());
      }
    }
    return Optional.empty();
  }

  private boolean sameHere(Pair pair) {
    SyntaxNode left = pair.left();
    SyntaxNode right = pair.right();
    return left.is(right.kind())
        && left.names().equals(right.names())
        && sameValues(left.values(), right.values());
  }

  private boolean sameValue(SyntaxValue left, SyntaxValue right) {
    return switch (left) {
      case SyntaxValue.One(SyntaxNode node) -> {
        if (right instanceof SyntaxValue.One(SyntaxNode other)) {
          open.push(new Pair(node, other));
          yield true;
        }
        yield false;
      }
      case SyntaxValue.Many(List<SyntaxValue> values) ->
          right instanceof SyntaxValue.Many(List<SyntaxValue> others) && sameValues(values, others);
      case SyntaxValue.Text _, SyntaxValue.Words _, SyntaxValue.Literal _, SyntaxValue.Nothing _ ->
          left.equals(right);
    };
  }

  private boolean sameValues(List<SyntaxValue> left, List<SyntaxValue> right) {
    if (left.size() != right.size()) {
      return false;
    }
    for (int i = 0; i < left.size(); i++) {
      if (!sameValue(left.get(i), right.get(i))) {
        return false;
      }
    }
    return true;
  }
}
