package dev.glovebox.analyzer.flow;

import java.util.function.DoubleBinaryOperator;

/** Arithmetic of constants, as ranges. Only sizes matter, so doubles do. */
final class Numbers {
  private Numbers() {}

  /** The range of {@code left op right}; nothing if one side is no constant. */
  static Sense combined(String op, Sense left, Sense right) {
    if (!left.numeric() || !right.numeric()) {
      return Sense.NONE;
    }
    return switch (op) {
      case "Add" -> Sense.range(0, left.least() + right.least(), left.most() + right.most());
      case "Sub" -> Sense.range(0, left.least() - right.most(), left.most() - right.least());
      case "Mult" -> corners(left, right, (a, b) -> a * b);
      case "Div", "FloorDiv" -> corners(left, right, (a, b) -> a / b);
      case "Pow" -> corners(left, right, Math::pow);
      case "LShift" -> corners(left, right, (a, b) -> a * Math.pow(2, b));
      case "RShift" -> corners(left, right, (a, b) -> a / Math.pow(2, b));
      case "Mod" -> Sense.range(0, 0, Math.abs(right.most()));
      case "BitOr", "BitXor" -> Sense.range(0, left.least(), left.most() + right.most());
      default -> Sense.NONE;
    };
  }

  private static Sense corners(Sense left, Sense right, DoubleBinaryOperator operation) {
    double a = operation.applyAsDouble(left.least(), right.least());
    double b = operation.applyAsDouble(left.least(), right.most());
    double c = operation.applyAsDouble(left.most(), right.least());
    double d = operation.applyAsDouble(left.most(), right.most());
    return Sense.range(
        0, Math.min(Math.min(a, b), Math.min(c, d)), Math.max(Math.max(a, b), Math.max(c, d)));
  }
}
