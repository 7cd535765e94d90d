package dev.glovebox.host.risk;

import dev.glovebox.host.model.TradingState;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

/**
 * The drawdown breaker of one run, judged on equity at closes. Immutable.
 *
 * <p>One-way: once the drawdown was above its limit the run stays REDUCING; only a separate record
 * of two persons may move the peak, which this build does not offer. The trip's {@code on_trip} is
 * CANCEL_INCREASING.
 *
 * @param peak highest equity so far, the capital included
 * @param tripped the drawdown that went through the limit, as a part of the peak
 */
public record Drawdown(BigDecimal peak, Optional<BigDecimal> tripped) {
  /** Where a trip leads. */
  public static final TradingState TRIP_TARGET = TradingState.REDUCING;

  /** Starts at the capital. */
  public static Drawdown at(BigDecimal capital) {
    return new Drawdown(capital, Optional.empty());
  }

  /** Returns the state after one more mark; this very object if nothing changed. */
  public Drawdown marked(BigDecimal equity, BigDecimal drawdownMax) {
    if (equity.compareTo(peak) > 0) {
      return new Drawdown(equity, tripped);
    }
    BigDecimal fall = peak.subtract(equity);
    // Compared without a division, so that no rounding decides at the limit.
    if (tripped.isEmpty() && fall.signum() > 0 && fall.compareTo(drawdownMax.multiply(peak)) > 0) {
      return new Drawdown(peak, Optional.of(fall.divide(peak, MathContext.DECIMAL128)));
    }
    return this;
  }

  /** Returns what the breaker lets pass. */
  public TradingState state() {
    return tripped.isPresent() ? TRIP_TARGET : TradingState.ACTIVE;
  }
}
