package dev.glovebox.analyzer.flow;

import java.util.Optional;
import java.util.regex.Pattern;

/** Numbers that move as prices do: a memory of what happened. */
public final class PriceSeries {
  /** Fewer numbers are not looked at. */
  public static final int NUMBERS_MIN = 8;

  private static final double STEP_RATIO_MAX = 1.25;
  private static final int TURNS_MIN = 2;
  // Factors around 1, such as those of seasons, move likewise and are no prices.
  private static final double LEVEL_MIN = 3;
  private static final int TEXT_CHARACTERS_MAX = 100_000;

  private static final int NUMBER_CHARACTERS_MAX = 32;

  private static final Pattern ONE =
      Pattern.compile("[-+]?\\d[\\d_]*(?:\\.\\d*)?(?:[eE][-+]?\\d{1,3})?");
  private static final Pattern SEPARATORS = Pattern.compile("[,;|\\s]+");
  private static final Pattern NUMBER = Pattern.compile("[-+]?\\d{1,12}(?:\\.\\d{1,9})?");

  private PriceSeries() {}

  /** The number that {@code text} is. */
  public static Optional<Double> number(String text) {
    return text.length() <= NUMBER_CHARACTERS_MAX && ONE.matcher(text.strip()).matches()
        ? Optional.of(Double.parseDouble(text.strip().replace("_", "")))
        : Optional.empty();
  }

  /** How many numbers {@code text} lists and nothing else; 0 if there is anything else. */
  public static int listed(String text) {
    if (text.length() > TEXT_CHARACTERS_MAX) {
      return 0;
    }
    int count = 0;
    for (String word : SEPARATORS.split(text.strip(), -1)) {
      if (!NUMBER.matcher(word).matches()) {
        return 0;
      }
      count++;
    }
    return count;
  }

  /** Whether {@code values} rise and fall in small steps, as prices do. */
  public static boolean isLikePrices(double[] values) {
    if (values.length < NUMBERS_MIN) {
      return false;
    }
    int turns = 0;
    double highest = values[0];
    for (int i = 1; i < values.length; i++) {
      double ratio = values[i] / values[i - 1];
      if (values[i - 1] <= 0 || ratio > STEP_RATIO_MAX || ratio < 1 / STEP_RATIO_MAX) {
        return false;
      }
      highest = Math.max(highest, values[i]);
      if (i > 1 && (values[i] - values[i - 1]) * (values[i - 1] - values[i - 2]) < 0) {
        turns++;
      }
    }
    return turns >= TURNS_MIN && highest >= LEVEL_MIN;
  }
}
