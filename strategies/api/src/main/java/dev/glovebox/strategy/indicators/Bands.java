package dev.glovebox.strategy.indicators;

/**
 * An upper bound, a middle and a lower bound, in units of the input; all NaN until ready.
 *
 * @param upper the upper bound
 * @param middle what lies between them
 * @param lower the lower bound
 */
public record Bands(double upper, double middle, double lower) {
  static final Bands NONE = new Bands(Double.NaN, Double.NaN, Double.NaN);
}
