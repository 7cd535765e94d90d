package dev.glovebox.strategy.guest;

import dev.glovebox.strategy.Bar;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Terms, position and history of one instrument. */
final class Instrument {
  private static final int TRIM_FACTOR = 2;

  final String id;
  final BigDecimal tick;
  final BigDecimal lot;
  final BigDecimal multiplier;
  private BigDecimal position = BigDecimal.ZERO;
  private double shown;
  private final ArrayList<BarFigures> bars = new ArrayList<>();

  Instrument(String id, BigDecimal tick, BigDecimal lot, BigDecimal multiplier) {
    this.id = id;
    this.tick = Decimals.strip(tick);
    this.lot = Decimals.strip(lot);
    this.multiplier = Decimals.strip(multiplier);
  }

  void hold(BigDecimal signed) {
    position = Decimals.strip(signed);
    shown = Decimals.nearest(position);
  }

  BigDecimal position() {
    return position;
  }

  double shown() {
    return shown;
  }

  void add(BarFigures bar, int kept) {
    bars.add(bar);
    if (bars.size() >= TRIM_FACTOR * kept) {
      bars.subList(0, bars.size() - kept).clear();
    }
  }

  boolean hasBar() {
    return !bars.isEmpty();
  }

  BarFigures last() {
    return bars.getLast();
  }

  /** The newest bars, oldest first; at most {@code n}. */
  List<Bar> newest(int n) {
    return List.copyOf(bars.subList(Math.max(0, bars.size() - n), bars.size()));
  }

  double[] closes(int n) {
    int from = Math.max(0, bars.size() - n);
    double[] closes = new double[bars.size() - from];
    for (int i = 0; i < closes.length; i++) {
      closes[i] = bars.get(from + i).close();
    }
    return closes;
  }

  /** The value of one unit at the last close. */
  private BigDecimal unit() {
    return last().figure(BarFigures.CLOSE).multiply(multiplier);
  }

  /** {@code notional} / last close, toward zero to the lot, exactly. */
  BigDecimal sized(BigDecimal notional) {
    return Decimals.quotientTo(notional, unit(), lot, false);
  }

  /** What {@code available} can buy at the last close if each unit costs so much more. */
  BigDecimal affordable(BigDecimal available, BigDecimal reserve, BigDecimal fee) {
    if (available.signum() <= 0) {
      return BigDecimal.ZERO;
    }
    BigDecimal unit = unit().multiply(BigDecimal.ONE.add(reserve));
    return Decimals.quotientTo(available, unit.multiply(BigDecimal.ONE.add(fee)), lot, false);
  }
}
