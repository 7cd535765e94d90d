package dev.glovebox.analyzer.python;

import dev.glovebox.prepare.python.SyntaxNode;
import java.util.Optional;

/** Slices around an index: from {@code i - k} to {@code i + k}. */
final class Windows {
  private Windows() {}

  /** {@code i - k} of {@code i - k} or {@code max(0, i - k)}. */
  static Optional<SyntaxNode> before(SyntaxNode lower) {
    if (lower.is("Call") && lower.node("func").filter(func -> func.is("Name")).isPresent()) {
      return lower.nodes("args").stream().filter(Windows::isDifference).findFirst();
    }
    return Optional.of(lower).filter(Windows::isDifference);
  }

  private static boolean isDifference(SyntaxNode node) {
    return node.is("BinOp")
        && node.text("op").equals("Sub")
        && node.node("left").filter(Windows::isPlain).isPresent();
  }

  private static boolean isPlain(SyntaxNode node) {
    return node.is("Name") || node.is("Attribute");
  }

  /** Whether {@code after} adds to the index that {@code before} subtracts from. */
  static boolean isAround(SyntaxNode before, SyntaxNode after) {
    SyntaxNode index = before.node("left").orElseThrow();
    SyntaxNode width = before.node("right").orElseThrow();
    SyntaxNode sum = after;
    if (sum.is("Call")) {
      Optional<SyntaxNode> inner =
          sum.nodes("args").stream().filter(argument -> argument.is("BinOp")).findFirst();
      if (inner.isEmpty()) {
        return false;
      }
      sum = inner.get();
    }
    boolean found = false;
    boolean more = false;
    while (sum.is("BinOp") && sum.text("op").equals("Add")) {
      SyntaxNode right = sum.node("right").orElseThrow();
      SyntaxNode left = sum.node("left").orElseThrow();
      found |= Counters.isSame(index, right) || Counters.isSame(index, left);
      more |= isWidth(width, right) || isWidth(width, left);
      sum = left;
    }
    return found && more;
  }

  private static boolean isWidth(SyntaxNode width, SyntaxNode node) {
    return width.is("Constant")
        ? node.is("Constant") && !isOne(node)
        : Counters.isSame(width, node);
  }

  private static boolean isOne(SyntaxNode node) {
    return node.literal("value").filter(literal -> literal.text().equals("1")).isPresent();
  }
}
