package dev.glovebox.strategy.guest;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A number as a strategy gave it.
 *
 * @param value what it is, with the smallest scale; empty if it is none that can be taken
 * @param original its own text if it was rounded to the grid, else empty
 * @param invalid what was given instead of a number, else empty
 */
public record Amount(Optional<BigDecimal> value, String original, String invalid) {
  private static final int ORIGINAL_CHARS_MAX = 128;
  private static final int INVALID_CHARS_MAX = 30;

  static Amount invalid(String why) {
    return new Amount(Optional.empty(), "", why);
  }

  /** A number that nobody rounded; invalid if it has more digits than cross to the host. */
  static Amount of(BigDecimal value) {
    return of(value, "");
  }

  private static Amount of(BigDecimal value, String original) {
    return value.unscaledValue().abs().compareTo(Decimals.MANTISSA_LIMIT) >= 0
            || value.scale() > Decimals.SCALE_MAX
        ? invalid("a number with too many digits")
        : new Amount(Optional.of(value), original, "");
  }

  /**
   * What a strategy gave: a {@code Double} is rounded to a multiple of {@code step}, if that is
   * known, toward zero or away from it; a {@code Long} or {@code BigDecimal} stays as it is.
   */
  static Amount of(Object given, Optional<BigDecimal> step, boolean away) {
    Optional<BigDecimal> exact = exact(given);
    if (exact.isEmpty()) {
      return invalid(shown(given));
    }
    if (given instanceof Double && step.isPresent()) {
      BigDecimal snapped = Decimals.quotientTo(exact.get(), BigDecimal.ONE, step.get(), away);
      if (snapped.compareTo(exact.get()) != 0) {
        String text = Decimals.text(exact.get());
        return of(snapped, text.substring(0, Math.min(text.length(), ORIGINAL_CHARS_MAX)));
      }
    }
    return of(exact.get());
  }

  private static Optional<BigDecimal> exact(Object given) {
    // A subclass of BigDecimal could say something else each time it is asked.
    if (given instanceof BigDecimal decimal && decimal.getClass() == BigDecimal.class) {
      return Decimals.taken(decimal);
    }
    if (given instanceof Long whole) {
      return Optional.of(BigDecimal.valueOf(whole));
    }
    return given instanceof Double number ? Decimals.shortest(number) : Optional.empty();
  }

  /** The same with an original text. */
  Amount from(String text) {
    return new Amount(value, text, invalid);
  }

  boolean isZero() {
    return value.isPresent() && value.get().signum() == 0;
  }

  /** Short text for a value that is no number; runs no code of the strategy. */
  static String shown(Object value) {
    if (value instanceof Double number) {
      return number.isNaN() ? "nan" : number > 0 ? "inf" : "-inf";
    }
    if (value instanceof String text) {
      return "str '" + text.substring(0, Math.min(text.length(), INVALID_CHARS_MAX)) + "'";
    }
    String kind = value == null ? "null" : "a " + value.getClass().getSimpleName();
    return kind.substring(0, Math.min(kind.length(), INVALID_CHARS_MAX));
  }
}
