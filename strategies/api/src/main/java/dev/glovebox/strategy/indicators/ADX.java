package dev.glovebox.strategy.indicators;

import dev.glovebox.strategy.Bar;
import dev.glovebox.strategy.guest.BarFigures;
import dev.glovebox.strategy.guest.Decimals;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;

/**
 * Average directional index of Wilder: {@code new ADX(14)}.
 *
 * <p>{@link #update} takes a bar and returns the strength of the trend from 0 to 100, up or down
 * alike; NaN until 2 x n bars. {@link #plusDi} and {@link #minusDi}, from 0 to 100, say which way;
 * NaN until n + 1 bars. A bar that reaches as far up as down moves neither way. Where nothing moves
 * at all the last value stays, 0 at first. Source: Wilder 1978; sums are seeded as TA-Lib does,
 * with n - 1 moves and not n.
 */
public final class ADX {
  private static final int MOVES = 3;
  private static final int UP = 0;
  private static final int DOWN = 1;
  private static final int RANGE = 2;

  private final int n;
  private double plusDi = Double.NaN;
  private double minusDi = Double.NaN;
  private Optional<BarFigures> before = Optional.empty();
  private int count;
  private final BigDecimal[] seeds = {BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO};
  private final double[] sums = new double[MOVES];
  private double dxSum;
  private double value = Double.NaN;
  private boolean ready;

  /** {@code new ADX(14)}. */
  public ADX() {
    this(14);
  }

  /** An index over {@code n} bars. */
  public ADX(int n) {
    this.n = Inputs.period(n);
  }

  /** Adds one bar and returns the new value. */
  public double update(Bar bar) {
    BarFigures figures = BarFigures.of(bar, "ADX");
    Optional<BarFigures> last = before;
    before = Optional.of(figures);
    if (last.isEmpty()) {
      return value;
    }
    BigDecimal[] moves = moves(figures, last.get());
    count++;
    if (count < n) {
      for (int i = 0; i < MOVES; i++) {
        seeds[i] = Decimals.strip(seeds[i].add(moves[i]));
      }
      return value;
    }
    for (int i = 0; i < MOVES; i++) {
      double old = count == n ? Decimals.nearest(seeds[i]) : sums[i];
      sums[i] = old - old / n + Decimals.nearest(moves[i]);
    }
    average();
    return value;
  }

  /** The move up, the move down and the true range between two bars, exact, at one scale. */
  private static BigDecimal[] moves(BarFigures bar, BarFigures last) {
    Inputs.Aligned aligned = Inputs.Aligned.of(bar, last.figure(BarFigures.CLOSE));
    BigInteger by = Decimals.ten(aligned.scale() - last.priceScale());
    BigInteger up = aligned.high().subtract(last.mantissa(BarFigures.HIGH).multiply(by));
    BigInteger down = last.mantissa(BarFigures.LOW).multiply(by).subtract(aligned.low());
    int larger = up.compareTo(down);
    return new BigDecimal[] {
      new BigDecimal(larger > 0 && up.signum() > 0 ? up : BigInteger.ZERO, aligned.scale()),
      new BigDecimal(larger < 0 && down.signum() > 0 ? down : BigInteger.ZERO, aligned.scale()),
      new BigDecimal(aligned.trueRange(), aligned.scale())
    };
  }

  /** Sets both directional indicators and takes the index of this bar, if it is defined. */
  private void average() {
    double index = Double.NaN;
    if (sums[RANGE] <= 0.0) {
      plusDi = 0.0;
      minusDi = 0.0;
    } else {
      plusDi = 100 * (sums[UP] / sums[RANGE]);
      minusDi = 100 * (sums[DOWN] / sums[RANGE]);
      double total = plusDi + minusDi;
      index = total > 0.0 ? 100 * (Math.abs(plusDi - minusDi) / total) : Double.NaN;
    }
    if (ready) {
      value = Double.isNaN(index) ? value : (value * (n - 1) + index) / n;
      return;
    }
    dxSum += Double.isNaN(index) ? 0.0 : index;
    if (count == 2 * n - 1) {
      ready = true;
      value = dxSum / n;
    }
  }

  /** What the last update returned; NaN until ready. */
  public double value() {
    return value;
  }

  /** How much of the range was moves up, from 0 to 100. */
  public double plusDi() {
    return plusDi;
  }

  /** How much of the range was moves down, from 0 to 100. */
  public double minusDi() {
    return minusDi;
  }

  /** True once there were 2 x n bars. */
  public boolean ready() {
    return ready;
  }

  @Override
  public String toString() {
    return "ADX(n=" + n + ", value=" + value + ")";
  }
}
