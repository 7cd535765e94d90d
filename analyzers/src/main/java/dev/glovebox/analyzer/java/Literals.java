package dev.glovebox.analyzer.java;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;

/** Literals as the compiler reads them. */
final class Literals {
  private Literals() {}

  /** A text between quotes, its escapes undone. */
  static Optional<Object> text(String written) {
    try {
      return Optional.of(written.translateEscapes());
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** A text block, from after the first line end. */
  static Optional<Object> block(String written) {
    return text(written.stripIndent());
  }

  static Optional<Object> character(String written) {
    return text(written)
        .map(String.class::cast)
        .filter(text -> text.length() == 1)
        .map(text -> text.charAt(0));
  }

  /** A whole number in any base. */
  static Optional<Object> whole(String written) {
    String digits = written.replace("_", "").toLowerCase(Locale.ROOT);
    digits = digits.endsWith("l") ? digits.substring(0, digits.length() - 1) : digits;
    try {
      BigInteger value;
      if (digits.startsWith("0x")) {
        value = new BigInteger(digits.substring(2), 16);
      } else if (digits.startsWith("0b")) {
        value = new BigInteger(digits.substring(2), 2);
      } else if (digits.length() > 1 && digits.startsWith("0")) {
        value = new BigInteger(digits.substring(1), 8);
      } else {
        value = new BigInteger(digits);
      }
      return value.bitLength() <= Long.SIZE ? Optional.of(value.longValue()) : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  static Optional<Object> real(String written) {
    try {
      return Optional.of(Double.parseDouble(written.replace("_", "")));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
