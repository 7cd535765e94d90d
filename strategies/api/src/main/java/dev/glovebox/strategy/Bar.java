package dev.glovebox.strategy;

import java.math.BigDecimal;
import java.time.OffsetDateTime;

/**
 * One closed interval {@code [openTime, closeTime)} of one instrument. Read only.
 *
 * <p>Prices and volume are doubles, each the nearest to the exact decimal; {@link #exact} has the
 * decimals. Times are in UTC. Bars come from the run or a {@code Fold}: one that a strategy makes
 * by itself is taken by no indicator.
 */
public interface Bar {
  /** Instrument id. */
  String instrument();

  /** Start of the interval, UTC. */
  OffsetDateTime openTime();

  /** End of the interval, UTC. The bar is known from here on. */
  OffsetDateTime closeTime();

  /** First price. */
  double open();

  /** Highest price. */
  double high();

  /** Lowest price. */
  double low();

  /** Last price. */
  double close();

  /** Traded volume. */
  double volume();

  /** The five figures as exact decimals. */
  Exact exact();

  /** The figures of a bar as exact decimals, without trailing zeros. */
  record Exact(
      BigDecimal open, BigDecimal high, BigDecimal low, BigDecimal close, BigDecimal volume) {}
}
