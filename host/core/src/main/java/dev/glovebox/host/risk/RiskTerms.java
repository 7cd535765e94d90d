package dev.glovebox.host.risk;

import dev.glovebox.host.model.Instrument;
import dev.glovebox.host.model.TradingState;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Supplier;

/**
 * What stays the same for all questions of a run.
 *
 * @param feeRate fee as a part of the value, 0 or more
 * @param halfSpread half of the spread as a part of the price, 0 or more
 * @param tradingState what an operator or a breaker above the run says; may throw, which denies
 */
public record RiskTerms(
    List<Instrument> instruments,
    Limits limits,
    BigDecimal feeRate,
    BigDecimal halfSpread,
    Supplier<TradingState> tradingState) {
  /** Copies the instruments. */
  public RiskTerms {
    instruments = List.copyOf(instruments);
  }
}
