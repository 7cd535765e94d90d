package dev.glovebox.strategy.indicators;

import dev.glovebox.strategy.guest.Decimals;
import java.math.BigInteger;
import java.util.ArrayDeque;

/**
 * The largest of the last {@code n} integers at one scale; the smallest if so told. Keeps only
 * those that can still become it, so each is added and removed once.
 */
final class Highest {
  private final int n;
  private final boolean lowest;
  private long count;
  private int scale;
  private ArrayDeque<Candidate> candidates = new ArrayDeque<>();

  private record Candidate(long when, BigInteger mantissa) {}

  Highest(int n, boolean lowest) {
    this.n = n;
    this.lowest = lowest;
  }

  /** Takes one price and returns the mantissa of the largest, at {@link #scale}. */
  BigInteger add(BigInteger price, int priceScale) {
    BigInteger mantissa = lowest ? price.negate() : price;
    if (priceScale < scale) {
      mantissa = mantissa.multiply(Decimals.ten(scale - priceScale));
    } else if (priceScale > scale) {
      BigInteger by = Decimals.ten(priceScale - scale);
      ArrayDeque<Candidate> grown = new ArrayDeque<>();
      for (Candidate old : candidates) {
        grown.addLast(new Candidate(old.when(), old.mantissa().multiply(by)));
      }
      candidates = grown;
      scale = priceScale;
    }
    while (!candidates.isEmpty() && candidates.getLast().mantissa().compareTo(mantissa) <= 0) {
      candidates.removeLast();
    }
    candidates.addLast(new Candidate(count, mantissa));
    count++;
    if (candidates.getFirst().when() < count - n) {
      candidates.removeFirst();
    }
    BigInteger best = candidates.getFirst().mantissa();
    return lowest ? best.negate() : best;
  }

  /** Scale of what {@link #add} returned. */
  int scale() {
    return scale;
  }

  /** True once there were n prices. */
  boolean full() {
    return count >= n;
  }
}
