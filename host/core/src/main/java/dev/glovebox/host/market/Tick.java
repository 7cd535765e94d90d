package dev.glovebox.host.market;

import java.math.BigDecimal;

/**
 * One trade.
 *
 * @param timeMicros epoch microseconds, UTC
 * @param price above zero
 * @param amount zero or more
 */
public record Tick(long timeMicros, BigDecimal price, BigDecimal amount) {}
