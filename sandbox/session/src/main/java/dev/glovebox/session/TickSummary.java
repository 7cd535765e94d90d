package dev.glovebox.session;

/**
 * A whole file of trades was read; all of them went to the sink.
 *
 * @param ticks 1 to 10,000,000
 * @param priceScale digits after the point of the finest price, trailing zeros not counted
 */
public record TickSummary(long ticks, int priceScale) implements TickAnswer {}
