package dev.glovebox.host.report.page;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

/** Figures over all closed round trips. Not thread-safe. */
final class TripStatistics {
  private static final MathContext MATH = MathContext.DECIMAL128;

  private long count;
  private long won;
  private long lost;
  private long barsHeld;
  private BigDecimal gains = BigDecimal.ZERO;
  private BigDecimal losses = BigDecimal.ZERO;
  private Optional<BigDecimal> best = Optional.empty();
  private Optional<BigDecimal> worst = Optional.empty();

  void add(Trip trip) {
    BigDecimal result = trip.result();
    count++;
    barsHeld += trip.barsHeld();
    if (result.signum() > 0) {
      won++;
      gains = gains.add(result);
    } else if (result.signum() < 0) {
      lost++;
      losses = losses.subtract(result);
    }
    best = best.map(result::max).or(() -> Optional.of(result));
    worst = worst.map(result::min).or(() -> Optional.of(result));
  }

  long count() {
    return count;
  }

  long won() {
    return won;
  }

  long lost() {
    return lost;
  }

  Optional<BigDecimal> best() {
    return best;
  }

  Optional<BigDecimal> worst() {
    return worst;
  }

  Optional<BigDecimal> averageGain() {
    return mean(gains, won);
  }

  Optional<BigDecimal> averageLoss() {
    return mean(losses.negate(), lost);
  }

  Optional<BigDecimal> averageBarsHeld() {
    return mean(BigDecimal.valueOf(barsHeld), count);
  }

  /** Returns all gains over all losses; empty without a loss. */
  Optional<BigDecimal> profitFactor() {
    return losses.signum() == 0 ? Optional.empty() : Optional.of(gains.divide(losses, MATH));
  }

  private static Optional<BigDecimal> mean(BigDecimal sum, long of) {
    return of == 0 ? Optional.empty() : Optional.of(sum.divide(BigDecimal.valueOf(of), MATH));
  }
}
