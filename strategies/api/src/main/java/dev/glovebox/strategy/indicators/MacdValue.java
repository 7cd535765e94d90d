package dev.glovebox.strategy.indicators;

/**
 * What MACD gives; all NaN until ready.
 *
 * @param macd EMA(fast) - EMA(slow), in units of the input
 * @param signal the EMA of macd
 * @param histogram macd - signal
 */
public record MacdValue(double macd, double signal, double histogram) {}
