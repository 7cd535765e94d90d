package dev.glovebox.strategy.indicators;

import dev.glovebox.strategy.Bar;
import dev.glovebox.strategy.guest.BarFigures;
import dev.glovebox.strategy.guest.Decimals;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayDeque;

/**
 * Average price weighted by volume: {@code new VWAP(n)} of n bars, {@code new VWAP()} of the day so
 * far.
 *
 * <p>{@link #update} takes a bar and returns units of price: the sum of volume x (high + low +
 * close) / 3 divided by the sum of volume, both exact. {@code VWAP(n)} is NaN until n bars. {@code
 * VWAP()} begins anew with the first bar whose open time is in another day (UTC). Either is NaN
 * while no volume was traded.
 */
public final class VWAP {
  private static final long DAY_MICROS = 86_400_000_000L;
  private static final int DAILY = 0;

  private final int n;
  private final ArrayDeque<Part> kept = new ArrayDeque<>();
  private long day = Long.MIN_VALUE;
  private BigDecimal valueSum = BigDecimal.ZERO;
  private BigDecimal volumeSum = BigDecimal.ZERO;
  private double value = Double.NaN;
  private boolean ready;

  private record Part(BigDecimal value, BigDecimal volume) {}

  /** The average of the day so far. */
  public VWAP() {
    this.n = DAILY;
  }

  /** The average of {@code n} bars. */
  public VWAP(int n) {
    this.n = Inputs.period(n);
  }

  /** Adds one bar and returns the new value. */
  public double update(Bar bar) {
    BarFigures figures = BarFigures.of(bar, "VWAP");
    BigDecimal volume = figures.figure(BarFigures.VOLUME);
    BigDecimal price =
        figures
            .figure(BarFigures.HIGH)
            .add(figures.figure(BarFigures.LOW))
            .add(figures.figure(BarFigures.CLOSE));
    BigDecimal weighted = price.multiply(volume);
    if (n == DAILY) {
      long opened = Math.floorDiv(figures.openMicros(), DAY_MICROS);
      if (opened != day) {
        day = opened;
        valueSum = BigDecimal.ZERO;
        volumeSum = BigDecimal.ZERO;
      }
    } else {
      kept.addLast(new Part(weighted, volume));
      if (kept.size() > n) {
        Part oldest = kept.removeFirst();
        valueSum = valueSum.subtract(oldest.value());
        volumeSum = volumeSum.subtract(oldest.volume());
      }
    }
    valueSum = Decimals.strip(valueSum.add(weighted));
    volumeSum = Decimals.strip(volumeSum.add(volume));
    if (n == DAILY || kept.size() == n) {
      ready = true;
      value = volumeSum.signum() > 0 ? quotient() : Double.NaN;
    }
    return value;
  }

  private double quotient() {
    int scale = Math.max(valueSum.scale(), volumeSum.scale());
    BigInteger traded = volumeSum.setScale(scale).unscaledValue();
    return Decimals.nearest(
        valueSum.setScale(scale).unscaledValue(), traded.multiply(BigInteger.valueOf(3)));
  }

  /** What the last update returned; NaN until ready. */
  public double value() {
    return value;
  }

  /** True once there were n bars; of the day's average once there was a bar. */
  public boolean ready() {
    return ready;
  }

  @Override
  public String toString() {
    return "VWAP(" + (n == DAILY ? "" : "n=" + n + ", ") + "value=" + value + ")";
  }
}
