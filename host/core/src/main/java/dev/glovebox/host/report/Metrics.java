package dev.glovebox.host.report;

import dev.glovebox.host.model.Json;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;
import java.util.Optional;

/**
 * Figures of a run over its completed bars. Ratios have 34 significant digits, sums are exact.
 *
 * @param totalReturn final equity over capital, less 1
 * @param maxDrawdown largest fall as a positive part of the peak; equity at closes, the capital
 *     counts as the first peak
 * @param sharpe of simple returns from close to close; empty where it is not defined
 * @param trades closed round trips: the position left zero and came back to it
 */
public record Metrics(
    BigDecimal totalReturn,
    BigDecimal maxDrawdown,
    Optional<BigDecimal> sharpe,
    BigDecimal periodsPerYear,
    long trades,
    BigDecimal fees,
    BigDecimal spreadCost,
    BigDecimal finalCash,
    BigDecimal finalEquity) {
  private static final long DAY_SECONDS = 86_400;
  private static final BigDecimal YEAR_SECONDS = BigDecimal.valueOf(31_557_600);

  /** Returns 252 for one day, 52 for seven, else a year of 365.25 days over the interval. */
  public static BigDecimal periodsPerYear(long intervalSeconds) {
    if (intervalSeconds == DAY_SECONDS) {
      return BigDecimal.valueOf(252);
    }
    if (intervalSeconds == 7 * DAY_SECONDS) {
      return BigDecimal.valueOf(52);
    }
    return YEAR_SECONDS.divide(BigDecimal.valueOf(intervalSeconds), MathContext.DECIMAL128);
  }

  /** Returns the object {@code metrics} of report.json. */
  public Json.Obj json() {
    return Json.of(
        Map.of(
            "total_return", Json.of(totalReturn),
            "max_drawdown", Json.of(maxDrawdown),
            "sharpe", sharpe.<Json>map(Json::of).orElseGet(Json.Null::new),
            "periods_per_year", Json.of(periodsPerYear),
            "trades", Json.of(trades),
            "fees", Json.of(fees),
            "spread_cost", Json.of(spreadCost),
            "final_cash", Json.of(finalCash),
            "final_equity", Json.of(finalEquity)));
  }
}
