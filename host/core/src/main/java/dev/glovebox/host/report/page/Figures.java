package dev.glovebox.host.report.page;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Numbers as people read them: narrow spaces between thousands, a real minus sign, as many decimals
 * as asked for. Rounded half to even, for showing only; the files have the exact figures.
 */
final class Figures {
  /** NARROW NO-BREAK SPACE. */
  static final char THIN = '\u202f';

  static final char MINUS = '\u2212';

  /** Shown where there is no figure. */
  static final String NONE = "\u2013";

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private Figures() {}

  /** Returns {@code value} with exactly {@code decimals} digits after the point. */
  static String fixed(BigDecimal value, int decimals) {
    return grouped(value.setScale(decimals, RoundingMode.HALF_EVEN).toPlainString());
  }

  /** Returns {@code value} as it is, without zeros at its end. */
  static String plain(BigDecimal value) {
    return grouped(value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString());
  }

  /** Returns {@code value} with a sign, also a plus. */
  static String signed(BigDecimal value, int decimals) {
    String text = fixed(value, decimals);
    return text.charAt(0) == MINUS || isZero(text) ? text : "+" + text;
  }

  /** Returns a fraction in percent, with two decimals. */
  static String percent(BigDecimal fraction) {
    return fixed(fraction.multiply(HUNDRED), 2) + THIN + "%";
  }

  /** Returns a fraction in percent with a sign, also a plus. */
  static String signedPercent(BigDecimal fraction) {
    return signed(fraction.multiply(HUNDRED), 2) + THIN + "%";
  }

  /** Returns a count. */
  static String count(long value) {
    return grouped(Long.toString(value));
  }

  /** Returns a count and its noun, which takes an s but for one. */
  static String count(long value, String noun) {
    return count(value) + ' ' + noun + (value == 1 ? "" : "s");
  }

  private static boolean isZero(String text) {
    return text.chars().noneMatch(c -> c >= '1' && c <= '9');
  }

  private static String grouped(String text) {
    boolean negative = text.startsWith("-") && !isZero(text);
    String digits = text.startsWith("-") ? text.substring(1) : text;
    int point = digits.indexOf('.');
    String whole = point < 0 ? digits : digits.substring(0, point);
    StringBuilder out = new StringBuilder(text.length() + 8);
    if (negative) {
      out.append(MINUS);
    }
    for (int i = 0; i < whole.length(); i++) {
      if (i > 0 && (whole.length() - i) % 3 == 0) {
        out.append(THIN);
      }
      out.append(whole.charAt(i));
    }
    return out.append(point < 0 ? "" : digits.substring(point)).toString();
  }
}
