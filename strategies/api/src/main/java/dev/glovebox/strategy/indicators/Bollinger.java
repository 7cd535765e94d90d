package dev.glovebox.strategy.indicators;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * Bollinger bands: {@code new Bollinger(20, 2.0)}.
 *
 * <p>{@code middle} is SMA(n), the others lie {@code width} standard deviations of the population
 * (divisor n) from it, in units of the input; all NaN until n inputs. Mean and variance are exact
 * before they are rounded: n equal inputs give three equal bands. Source: Bollinger 2001.
 */
public final class Bollinger {
  private final int n;
  private final double width;
  private final Window window;
  private Bands value = Bands.NONE;
  private boolean ready;

  /** {@code new Bollinger(20, 2.0)}. */
  public Bollinger() {
    this(20);
  }

  /** Bands of two deviations. */
  public Bollinger(int n) {
    this(n, 2.0);
  }

  /** Bands of {@code width} deviations of {@code n} inputs. */
  public Bollinger(int n, double width) {
    this.n = Inputs.period(n);
    this.width = Inputs.factor(width, "width");
    this.window = new Window(n);
  }

  /** Adds one number and returns the new bands. */
  public Bands update(double x) {
    Optional<BigDecimal> exact = Inputs.exact(x);
    return exact.isPresent() ? took(exact.get()) : value;
  }

  /** Adds one number and returns the new bands. */
  public Bands update(BigDecimal x) {
    return took(Inputs.exact(x));
  }

  private Bands took(BigDecimal newest) {
    if (window.add(newest)) {
      ready = true;
      double middle = window.mean();
      double away = width * Inputs.root(window.spread(), window.unit());
      value = new Bands(middle + away, middle, middle - away);
    }
    return value;
  }

  /** What the last update returned. */
  public Bands value() {
    return value;
  }

  /** The upper band. */
  public double upper() {
    return value.upper();
  }

  /** SMA(n). */
  public double middle() {
    return value.middle();
  }

  /** The lower band. */
  public double lower() {
    return value.lower();
  }

  /** True once there were n inputs. */
  public boolean ready() {
    return ready;
  }

  @Override
  public String toString() {
    return "Bollinger(n=" + n + ", width=" + width + ", value=" + value + ")";
  }
}
