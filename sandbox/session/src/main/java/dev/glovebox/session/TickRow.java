package dev.glovebox.session;

/**
 * One trade of an imported file, checked. Price and amount are mantissa x 10^-scale, below 10^18,
 * with scales of at most 12.
 *
 * @param timeMicros epoch microseconds, UTC
 * @param line 1-based line of the file
 */
public record TickRow(
    long timeMicros, long price, int priceScale, long amount, int amountScale, int line) {}
