package dev.glovebox.host.report.page;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/**
 * A line of any length kept in constant memory: per bucket its lowest and highest value, where they
 * stood, so that no peak is lost when the line is drawn. Doubles: these are pixels, not money. Not
 * thread-safe.
 */
final class Curve {
  /** Buckets of a line; each is drawn as at most two points. */
  static final int BUCKETS_MAX = 1_000;

  private final long length;
  private final int buckets;
  private final double[] low;
  private final double[] high;
  private final long[] lowAt;
  private final long[] highAt;
  private final boolean[] filled;
  private double min = Double.POSITIVE_INFINITY;
  private double max = Double.NEGATIVE_INFINITY;

  /**
   * Makes room for values at 0 to {@code length - 1}.
   *
   * @param length at least 1
   */
  Curve(long length) {
    this.length = Math.max(1, length);
    this.buckets = (int) Math.min(this.length, BUCKETS_MAX);
    this.low = new double[buckets];
    this.high = new double[buckets];
    this.lowAt = new long[buckets];
    this.highAt = new long[buckets];
    this.filled = new boolean[buckets];
    Arrays.fill(low, Double.POSITIVE_INFINITY);
    Arrays.fill(high, Double.NEGATIVE_INFINITY);
  }

  /** Adds the value at {@code index}; what lies outside or is no number is left out. */
  void add(long index, double value) {
    if (index < 0 || index >= length || !Double.isFinite(value)) {
      return;
    }
    int bucket = (int) (index * buckets / length);
    filled[bucket] = true;
    if (value < low[bucket]) {
      low[bucket] = value;
      lowAt[bucket] = index;
    }
    if (value > high[bucket]) {
      high[bucket] = value;
      highAt[bucket] = index;
    }
    min = Math.min(min, value);
    max = Math.max(max, value);
  }

  boolean isEmpty() {
    return min > max;
  }

  double min() {
    return min;
  }

  double max() {
    return max;
  }

  long length() {
    return length;
  }

  /** Returns how many points {@link #walk} gives. */
  int points() {
    int points = 0;
    for (int i = 0; i < buckets; i++) {
      points += !filled[i] ? 0 : lowAt[i] == highAt[i] ? 1 : 2;
    }
    return points;
  }

  /** Gives out the points, oldest first. */
  void walk(Points to) {
    for (int i = 0; i < buckets; i++) {
      if (!filled[i]) {
        continue;
      }
      if (lowAt[i] == highAt[i]) {
        to.point(lowAt[i], low[i]);
      } else if (lowAt[i] < highAt[i]) {
        to.point(lowAt[i], low[i]);
        to.point(highAt[i], high[i]);
      } else {
        to.point(highAt[i], high[i]);
        to.point(lowAt[i], low[i]);
      }
    }
  }

  /** Gives out one extreme of each bucket, at the bucket's middle, oldest first. */
  void walkEdge(boolean upper, Points to) {
    IntToDoubleFunction edge = upper ? i -> high[i] : i -> low[i];
    for (int i = 0; i < buckets; i++) {
      if (filled[i]) {
        to.point(((2L * i + 1) * length / buckets) / 2, edge.applyAsDouble(i));
      }
    }
  }

  /** Takes points. */
  @FunctionalInterface
  interface Points {
    void point(long index, double value);
  }
}
