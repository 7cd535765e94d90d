package dev.glovebox.host.report.page;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * A value axis with round steps.
 *
 * @param from lower end, a multiple of {@code step}
 * @param to upper end, a multiple of {@code step} above {@code from}
 */
record Scale(double from, double to, double step) {
  private static final int STEPS_WANTED = 4;
  private static final double[] ROUND = {1, 2, 2.5, 5, 10};

  /** Returns the axis that holds everything between {@code min} and {@code max}. */
  static Scale over(double min, double max) {
    double span = max - min;
    if (!(span > 0)) {
      span = Math.max(Math.abs(max) * 0.02, 1e-9);
      return over(min - span / 2, max + span / 2);
    }
    double raw = span / STEPS_WANTED;
    double power = Math.pow(10, Math.floor(Math.log10(raw)));
    double step = 10 * power;
    for (double round : ROUND) {
      if (round * power >= raw) {
        step = round * power;
        break;
      }
    }
    double from = Math.floor(min / step) * step;
    double to = Math.ceil(max / step) * step;
    return new Scale(from, to > from ? to : from + step, step);
  }

  /** Returns the height of {@code value} from the top, 0 to 1. */
  double height(double value) {
    return (to - value) / (to - from);
  }

  List<Double> ticks() {
    List<Double> ticks = new ArrayList<>();
    int count = (int) Math.round((to - from) / step);
    for (int i = 0; i <= count && i <= 2 * STEPS_WANTED + 2; i++) {
      ticks.add(from + i * step);
    }
    return ticks;
  }

  /** Returns how many decimals tell two ticks apart. */
  int decimals() {
    return Math.clamp(
        new BigDecimal(step).round(new java.math.MathContext(3)).stripTrailingZeros().scale(),
        0,
        8);
  }
}
