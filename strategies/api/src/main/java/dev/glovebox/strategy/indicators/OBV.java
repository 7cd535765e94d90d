package dev.glovebox.strategy.indicators;

import dev.glovebox.strategy.Bar;
import dev.glovebox.strategy.guest.BarFigures;
import dev.glovebox.strategy.guest.Decimals;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * On-balance volume.
 *
 * <p>{@link #update} takes a bar and returns units of volume: 0 with the first bar, then the volume
 * of each bar added if it closed above the one before, taken off if below. The sum is exact. Only
 * its course means something, not its level. Source: Granville 1963.
 */
public final class OBV {
  private Optional<BigDecimal> last = Optional.empty();
  private BigDecimal sum = BigDecimal.ZERO;
  private double value = Double.NaN;
  private boolean ready;

  /** Nothing seen yet. */
  public OBV() {}

  /** Adds one bar and returns the new value. */
  public double update(Bar bar) {
    BarFigures figures = BarFigures.of(bar, "OBV");
    BigDecimal close = figures.figure(BarFigures.CLOSE);
    int moved = last.map(before -> close.compareTo(before)).orElse(0);
    if (moved != 0) {
      BigDecimal volume = figures.figure(BarFigures.VOLUME);
      sum = Decimals.strip(moved > 0 ? sum.add(volume) : sum.subtract(volume));
    }
    last = Optional.of(close);
    ready = true;
    value = Decimals.nearest(sum);
    return value;
  }

  /** What the last update returned; NaN until ready. */
  public double value() {
    return value;
  }

  /** True once there was a bar. */
  public boolean ready() {
    return ready;
  }

  @Override
  public String toString() {
    return "OBV(value=" + value + ")";
  }
}
