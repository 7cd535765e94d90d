package dev.glovebox.analyzer.java;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.UnaryExpr;

/** Tells variables where they are written. */
final class Writes {
  private Writes() {}

  static void record(Tree tree, Names names) {
    for (AssignExpr assign : tree.all(AssignExpr.class)) {
      record(assign.getTarget(), assign, names);
    }
    for (UnaryExpr unary : tree.all(UnaryExpr.class)) {
      if (isStep(unary)) {
        record(unary.getExpression(), unary, names);
      }
    }
  }

  /** Whether it is {@code x++} or the like. */
  static boolean isStep(UnaryExpr unary) {
    return switch (unary.getOperator()) {
      case PREFIX_INCREMENT, PREFIX_DECREMENT, POSTFIX_INCREMENT, POSTFIX_DECREMENT -> true;
      default -> false;
    };
  }

  private static void record(Expression target, Node write, Names names) {
    names.variable(target).ifPresent(variable -> variable.writes().add(write));
  }
}
