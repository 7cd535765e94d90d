package dev.glovebox.host.report;

import dev.glovebox.host.run.BookedFill;
import dev.glovebox.host.run.MarkedAccount;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/** Gathers the figures of a run set by set, in constant memory. Not thread-safe. */
public final class MetricsCollector {
  private static final MathContext MATH = MathContext.DECIMAL128;

  private final BigDecimal capital;
  private final BigDecimal periodsPerYear;
  private final SharpeRatio sharpe = new SharpeRatio();
  private BigDecimal peak;
  private BigDecimal worstFall = BigDecimal.ZERO;
  private BigDecimal worstPeak = BigDecimal.ONE;
  private BigDecimal cash;
  private BigDecimal equity;
  private BigDecimal fees = BigDecimal.ZERO;
  private BigDecimal spreadCost = BigDecimal.ZERO;
  private long sets;
  private long trades;

  /**
   * Starts with the capital, above zero.
   *
   * @param intervalSeconds of the run's bars
   */
  public MetricsCollector(BigDecimal capital, long intervalSeconds) {
    this.capital = capital;
    this.periodsPerYear = Metrics.periodsPerYear(intervalSeconds);
    this.peak = capital;
    this.cash = capital;
    this.equity = capital;
  }

  /** Adds one completed set. */
  public void completed(MarkedAccount account, List<BookedFill> fills) {
    for (BookedFill fill : fills) {
      fees = fees.add(fill.fee());
      spreadCost = spreadCost.add(fill.spreadCost());
      if (fill.positionAfter().signum() == 0) {
        trades++;
      }
    }
    BigDecimal next = account.equity();
    if (sets > 0 && equity.signum() > 0) {
      sharpe.add(
          next.compareTo(equity) == 0
              ? BigDecimal.ZERO
              : next.divide(equity, MATH).subtract(BigDecimal.ONE, MATH));
    }
    fall(next);
    equity = next;
    cash = account.cash();
    sets++;
  }

  /** Returns the figures so far. */
  public Metrics metrics() {
    return new Metrics(
        equity.divide(capital, MATH).subtract(BigDecimal.ONE, MATH),
        worstFall.divide(worstPeak, MATH),
        sharpe.annual(periodsPerYear),
        periodsPerYear,
        trades,
        fees,
        spreadCost,
        cash,
        equity);
  }

  private void fall(BigDecimal next) {
    if (next.compareTo(peak) >= 0) {
      peak = next;
      return;
    }
    BigDecimal fall = peak.subtract(next);
    // fall / peak > worstFall / worstPeak, without a division on each bar.
    if (fall.multiply(worstPeak).compareTo(worstFall.multiply(peak)) > 0) {
      worstFall = fall;
      worstPeak = peak;
    }
  }
}
