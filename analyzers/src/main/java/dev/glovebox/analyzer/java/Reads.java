package dev.glovebox.analyzer.java;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.ArrayAccessExpr;
import com.github.javaparser.ast.expr.CastExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import java.util.Optional;
import java.util.Set;

/**
 * An entry that is read by its place: {@code a[i], list.get(i), text.charAt(i)}.
 *
 * @param held the array, list or text
 * @param index the place
 */
record Reads(Expression held, Expression index) {
  private static final Set<String> READING =
      Set.of(
          "get", "getOrDefault", "charAt", "codePointAt", "containsKey", "contains", "elementAt");

  /** What {@code node} reads by place. */
  static Optional<Reads> of(Node node) {
    if (node instanceof ArrayAccessExpr access) {
      return Optional.of(new Reads(access.getName(), plain(access.getIndex())));
    }
    return node instanceof MethodCallExpr call
            && READING.contains(call.getNameAsString())
            && !call.getArguments().isEmpty()
        ? call.getScope().map(scope -> new Reads(scope, plain(call.getArgument(0))))
        : Optional.empty();
  }

  /** Without brackets and casts. */
  static Expression plain(Expression expression) {
    Expression here = expression;
    while (true) {
      switch (here) {
        case EnclosedExpr enclosed -> here = enclosed.getInner();
        case CastExpr cast -> here = cast.getExpression();
        default -> {
          return here;
        }
      }
    }
  }

  /** Whether {@code expression} is the length of {@code held}. */
  static boolean isLength(Expression expression, Expression held) {
    return switch (expression) {
      case com.github.javaparser.ast.expr.FieldAccessExpr access ->
          access.getNameAsString().equals("length") && access.getScope().equals(held);
      case MethodCallExpr call ->
          Set.of("size", "length").contains(call.getNameAsString())
              && call.getScope().filter(held::equals).isPresent();
      default -> false;
    };
  }
}
