package dev.glovebox.strategy.indicators;

/**
 * What Stochastic gives, each from 0 to 100; both NaN until ready.
 *
 * @param k where the close lies between the lowest low and the highest high
 * @param d the SMA of k
 */
public record StochasticValue(double k, double d) {}
