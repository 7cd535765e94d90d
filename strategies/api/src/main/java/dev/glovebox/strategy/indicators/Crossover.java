package dev.glovebox.strategy.indicators;

/**
 * Tells when {@code a} crosses {@code b}.
 *
 * <p>{@link #update} returns +1 when a - b turns positive, -1 when it turns negative, else 0. It is
 * judged against the last difference that was not zero; the first one gives 0, and so does NaN.
 */
public final class Crossover {
  private int value;
  private boolean ready;
  private int sign;

  /** Nothing compared yet. */
  public Crossover() {}

  /** Compares the two numbers and returns +1, 0 or -1. */
  public int update(double a, double b) {
    value = 0;
    if (Double.isNaN(a) || Double.isNaN(b)) {
      return 0;
    }
    ready = true;
    int now = a > b ? 1 : a < b ? -1 : 0;
    int before = sign;
    if (now != before && now != 0) {
      sign = now;
      value = before == 0 ? 0 : now;
    }
    return value;
  }

  /** What the last update returned. */
  public int value() {
    return value;
  }

  /** True once two numbers were compared. */
  public boolean ready() {
    return ready;
  }

  @Override
  public String toString() {
    return "Crossover(value=" + value + ")";
  }
}
