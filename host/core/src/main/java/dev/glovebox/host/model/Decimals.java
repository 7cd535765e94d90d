package dev.glovebox.host.model;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * The one text form of an exact number: {@code -?(0|[1-9][0-9]*)(\.[0-9]*[1-9])?}.
 *
 * <p>No exponent, no trailing zeros, never {@code -0}. All files and records use it.
 */
public final class Decimals {
  /** Longest canonical text accepted, in characters. */
  public static final int TEXT_CHARACTERS_MAX = 64;

  private static final Pattern CANONICAL = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]*[1-9])?");

  private Decimals() {}

  /** Returns the canonical text of {@code value}. */
  public static String text(BigDecimal value) {
    if (value.signum() == 0) {
      return "0";
    }
    return value.stripTrailingZeros().toPlainString();
  }

  /**
   * Reads canonical text.
   *
   * @throws IllegalArgumentException if {@code text} is not canonical or too long
   */
  public static BigDecimal parse(String text) {
    if (text.length() > TEXT_CHARACTERS_MAX
        || !CANONICAL.matcher(text).matches()
        || text.equals("-0")) {
      throw new IllegalArgumentException("not a canonical decimal");
    }
    return new BigDecimal(text);
  }
}
