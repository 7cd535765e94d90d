package dev.glovebox.strategy.guest;

import java.math.BigDecimal;
import java.util.Locale;

/** Values of parameters: from the text of a default or a run, and to the text that is recorded. */
public final class ParameterText {
  private static final int NUMBER_CHARS_MAX = 400;
  private static final int EXPONENT_FROM = -4;
  private static final int EXPONENT_TO = 16;

  private ParameterText() {}

  /**
   * The value that {@code text} stands for.
   *
   * @param type {@code int, long, double, boolean} or String
   * @throws IllegalArgumentException if it is none of that type
   */
  public static Object value(Class<?> type, String text) {
    if (type == String.class) {
      return text;
    }
    String trimmed = text.strip();
    if (type == boolean.class) {
      return truth(trimmed);
    }
    if (type == int.class) {
      return Integer.parseInt(trimmed);
    }
    return type == long.class ? (Object) Long.parseLong(trimmed) : (Object) number(trimmed);
  }

  private static boolean truth(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true", "1", "yes", "on" -> true;
      case "false", "0", "no", "off" -> false;
      default -> throw new IllegalArgumentException("no boolean");
    };
  }

  private static double number(String text) {
    // What Java alone reads as a number ("1d", "0x1p3", "NaN") is none here.
    boolean plain = text.chars().allMatch(c -> (c >= '0' && c <= '9') || ".+-eE".indexOf(c) >= 0);
    if (!plain || text.length() > NUMBER_CHARS_MAX) {
      throw new IllegalArgumentException("no number");
    }
    double value = Double.parseDouble(text);
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("not finite");
    }
    return value;
  }

  /** The protocol's name of the type of {@code value}, whatever the language. */
  public static String type(Object value) {
    return switch (value) {
      case Boolean _ -> "bool";
      case Double _ -> "float";
      case String _ -> "str";
      default -> "int";
    };
  }

  /** {@code value} as it is recorded. */
  public static String text(Object value) {
    return value instanceof Double number ? shortest(number) : value.toString();
  }

  // As Python would show it.
  private static String shortest(double value) {
    BigDecimal exact = Decimals.shortest(value).orElseThrow();
    if (exact.signum() == 0) {
      return 1 / value < 0 ? "-0.0" : "0.0";
    }
    BigDecimal digits = exact.stripTrailingZeros();
    int exponent = digits.precision() - digits.scale() - 1;
    if (exponent >= EXPONENT_FROM && exponent < EXPONENT_TO) {
      String plain = digits.toPlainString();
      return plain.indexOf('.') < 0 ? plain + ".0" : plain;
    }
    String mantissa = digits.movePointLeft(exponent).stripTrailingZeros().toPlainString();
    String power = Integer.toString(Math.abs(exponent));
    return mantissa + (exponent < 0 ? "e-" : "e+") + (power.length() < 2 ? "0" + power : power);
  }
}
