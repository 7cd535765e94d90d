package dev.glovebox.analyzer.java;

import com.github.javaparser.ast.expr.BinaryExpr;
import java.util.Optional;

/** Arithmetic on constants: whole numbers as {@code long}, others as {@code double}. */
final class Arithmetic {
  private Arithmetic() {}

  static Optional<Object> of(BinaryExpr.Operator operator, Object left, Object right) {
    Object first = left instanceof Character one ? Long.valueOf(one) : left;
    Object second = right instanceof Character one ? Long.valueOf(one) : right;
    if (first instanceof Boolean a && second instanceof Boolean b) {
      return truths(operator, a, b);
    }
    if (!(first instanceof Number a) || !(second instanceof Number b)) {
      return Optional.empty();
    }
    return first instanceof Long x && second instanceof Long y
        ? whole(operator, x, y)
        : real(operator, a.doubleValue(), b.doubleValue());
  }

  private static Optional<Object> truths(BinaryExpr.Operator operator, boolean a, boolean b) {
    return switch (operator) {
      case AND, BINARY_AND -> Optional.of(a && b);
      case OR, BINARY_OR -> Optional.of(a || b);
      case EQUALS -> Optional.of(a == b);
      case NOT_EQUALS, XOR -> Optional.of(a != b);
      default -> Optional.empty();
    };
  }

  private static Optional<Object> whole(BinaryExpr.Operator operator, long a, long b) {
    return switch (operator) {
      case PLUS -> Optional.of(a + b);
      case MINUS -> Optional.of(a - b);
      case MULTIPLY -> Optional.of(a * b);
      case DIVIDE -> b == 0 ? Optional.empty() : Optional.of(a / b);
      case REMAINDER -> b == 0 ? Optional.empty() : Optional.of(a % b);
      case LEFT_SHIFT -> Optional.of(a << b);
      case SIGNED_RIGHT_SHIFT -> Optional.of(a >> b);
      case UNSIGNED_RIGHT_SHIFT -> Optional.of(a >>> b);
      case BINARY_AND -> Optional.of(a & b);
      case BINARY_OR -> Optional.of(a | b);
      case XOR -> Optional.of(a ^ b);
      default -> compared(operator, Long.compare(a, b));
    };
  }

  private static Optional<Object> real(BinaryExpr.Operator operator, double a, double b) {
    return switch (operator) {
      case PLUS -> Optional.of(a + b);
      case MINUS -> Optional.of(a - b);
      case MULTIPLY -> Optional.of(a * b);
      case DIVIDE -> Optional.of(a / b);
      case REMAINDER -> Optional.of(a % b);
      default -> compared(operator, Double.compare(a, b));
    };
  }

  private static Optional<Object> compared(BinaryExpr.Operator operator, int order) {
    return switch (operator) {
      case EQUALS -> Optional.of(order == 0);
      case NOT_EQUALS -> Optional.of(order != 0);
      case LESS -> Optional.of(order < 0);
      case LESS_EQUALS -> Optional.of(order <= 0);
      case GREATER -> Optional.of(order > 0);
      case GREATER_EQUALS -> Optional.of(order >= 0);
      default -> Optional.empty();
    };
  }
}
