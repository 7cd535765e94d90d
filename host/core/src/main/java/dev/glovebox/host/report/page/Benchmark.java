package dev.glovebox.host.report.page;

import dev.glovebox.host.market.BarImport.SeriesBar;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

/**
 * Buying and holding: all the capital at the open of the second bar, the first at which a strategy
 * can trade, with the run's own fee and half spread; fractions of a lot are allowed. Not
 * thread-safe.
 */
final class Benchmark {
  private static final MathContext MATH = MathContext.DECIMAL128;

  private final BigDecimal capital;
  private final BigDecimal costs;
  private Optional<BigDecimal> quantity = Optional.empty();
  private BigDecimal close = BigDecimal.ZERO;
  private double perClose;
  private long bars;
  private double peak;
  private double worst;

  Benchmark(BigDecimal capital, BigDecimal feeRate, BigDecimal halfSpread) {
    this.capital = capital;
    this.costs = BigDecimal.ONE.add(halfSpread).multiply(BigDecimal.ONE.add(feeRate));
    this.peak = capital.doubleValue();
  }

  void add(SeriesBar bar) {
    if (bars++ == 1) {
      BigDecimal bought = capital.divide(bar.open().multiply(costs), MATH);
      quantity = Optional.of(bought);
      perClose = bought.doubleValue();
    }
    close = bar.close();
    peak = Math.max(peak, drawn());
    worst = Math.min(worst, drawdown());
  }

  /** Returns the value now; empty before the first bar. */
  Optional<BigDecimal> value() {
    return bars == 0
        ? Optional.empty()
        : Optional.of(quantity.map(held -> held.multiply(close)).orElse(capital));
  }

  /** Returns the return so far; empty before the first bar. */
  Optional<BigDecimal> totalReturn() {
    return value().map(now -> now.divide(capital, MATH).subtract(BigDecimal.ONE));
  }

  /** Returns the largest fall as a positive part of the peak. */
  double maxDrawdown() {
    return -worst;
  }

  /** Returns the value as a pixel's height. */
  double drawn() {
    return bars < 2 ? capital.doubleValue() : perClose * close.doubleValue();
  }

  double drawdown() {
    return peak > 0 ? drawn() / peak - 1 : 0;
  }
}
