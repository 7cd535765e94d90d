package dev.glovebox.analyzer.python;

import java.math.BigInteger;
import java.util.Optional;

/** Arithmetic on constants, each result bounded. */
final class ConstantNumbers {
  /** Longest number that is worked out, in bits. */
  static final int BITS_MAX = 4_096;

  private ConstantNumbers() {}

  static Optional<Value> unary(String op, Value operand) {
    return switch (operand) {
      case Value.Whole(BigInteger number) ->
          switch (op) {
            case "USub" -> Optional.of(new Value.Whole(number.negate()));
            case "UAdd" -> Optional.of(operand);
            case "Invert" -> Optional.of(new Value.Whole(number.not()));
            default -> Optional.empty();
          };
      case Value.Real(double number) ->
          op.equals("USub") ? Optional.of(new Value.Real(-number)) : Optional.empty();
      case Value.Huge huge -> op.equals("UAdd") ? Optional.of(huge) : Optional.empty();
      case Value.Text _, Value.Items _, Value.Table _ -> Optional.empty();
    };
  }

  static Optional<Value> operation(String op, Value left, Value right) {
    if (left instanceof Value.Whole(BigInteger a) && right instanceof Value.Whole(BigInteger b)) {
      return wholes(op, a, b);
    }
    boolean numbers = isNumber(left) && isNumber(right);
    if (!numbers) {
      return Optional.empty();
    }
    if (left instanceof Value.Huge || right instanceof Value.Huge) {
      return switch (op) {
        case "Add", "Mult", "Pow", "LShift" -> Optional.of(new Value.Huge());
        default -> Optional.empty();
      };
    }
    return reals(op, real(left), real(right));
  }

  private static boolean isNumber(Value value) {
    return value instanceof Value.Whole
        || value instanceof Value.Real
        || value instanceof Value.Huge;
  }

  /** The number that {@code value} is; infinite if it is too large, NaN if it is none. */
  static double real(Value value) {
    return switch (value) {
      case Value.Whole(BigInteger number) -> number.doubleValue();
      case Value.Real(double number) -> number;
      case Value.Huge _ -> Double.POSITIVE_INFINITY;
      case Value.Text _, Value.Items _, Value.Table _ -> Double.NaN;
    };
  }

  private static Optional<Value> reals(String op, double a, double b) {
    return switch (op) {
      case "Add" -> Optional.of(new Value.Real(a + b));
      case "Sub" -> Optional.of(new Value.Real(a - b));
      case "Mult" -> Optional.of(new Value.Real(a * b));
      case "Div" -> b == 0 ? Optional.empty() : Optional.of(new Value.Real(a / b));
      case "Pow" -> Optional.of(new Value.Real(StrictMath.pow(a, b)));
      default -> Optional.empty();
    };
  }

  private static Optional<Value> wholes(String op, BigInteger a, BigInteger b) {
    return switch (op) {
      case "Add" -> Optional.of(Constants.whole(a.add(b)));
      case "Sub" -> Optional.of(Constants.whole(a.subtract(b)));
      case "Mult" -> Optional.of(Constants.whole(a.multiply(b)));
      case "BitXor" -> Optional.of(new Value.Whole(a.xor(b)));
      case "BitOr" -> Optional.of(new Value.Whole(a.or(b)));
      case "BitAnd" -> Optional.of(new Value.Whole(a.and(b)));
      case "Pow" -> power(a, b);
      case "LShift" -> shifted(a, b);
      case "RShift" ->
          b.signum() >= 0 && b.bitLength() < 31
              ? Optional.of(new Value.Whole(a.shiftRight(b.intValue())))
              : Optional.empty();
      case "FloorDiv", "Mod" -> divided(op, a, b);
      case "Div" ->
          b.signum() == 0 ? Optional.empty() : reals(op, a.doubleValue(), b.doubleValue());
      default -> Optional.empty();
    };
  }

  // Python rounds down and gives the remainder the divisor's sign.
  private static Optional<Value> divided(String op, BigInteger a, BigInteger b) {
    if (b.signum() == 0) {
      return Optional.empty();
    }
    BigInteger[] parts = a.divideAndRemainder(b);
    boolean down = parts[1].signum() != 0 && parts[1].signum() != b.signum();
    BigInteger quotient = down ? parts[0].subtract(BigInteger.ONE) : parts[0];
    BigInteger remainder = down ? parts[1].add(b) : parts[1];
    return Optional.of(new Value.Whole(op.equals("Mod") ? remainder : quotient));
  }

  private static Optional<Value> power(BigInteger a, BigInteger b) {
    if (b.signum() < 0) {
      return reals("Pow", a.doubleValue(), b.doubleValue());
    }
    if (a.abs().bitLength() <= 1) {
      return b.bitLength() < 31
          ? Optional.of(new Value.Whole(a.pow(b.intValue())))
          : Optional.of(new Value.Whole(a.abs()));
    }
    boolean large = b.bitLength() > 13 || (long) (a.bitLength() - 1) * b.intValue() > BITS_MAX;
    return Optional.of(large ? new Value.Huge() : Constants.whole(a.pow(b.intValue())));
  }

  private static Optional<Value> shifted(BigInteger a, BigInteger b) {
    if (b.signum() < 0) {
      return Optional.empty();
    }
    boolean large = b.bitLength() > 13 || a.bitLength() + b.intValue() > BITS_MAX;
    return a.signum() != 0 && large
        ? Optional.of(new Value.Huge())
        : Optional.of(Constants.whole(a.signum() == 0 ? a : a.shiftLeft(b.intValue())));
  }
}
