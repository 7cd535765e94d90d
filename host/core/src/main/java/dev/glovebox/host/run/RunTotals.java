package dev.glovebox.host.run;

/**
 * What became of the intents of a run.
 *
 * @param strategyErrors intents that made no sense or were off grid
 */
public record RunTotals(
    long intents,
    long denied,
    long placed,
    long filled,
    long rejected,
    long expired,
    long strategyErrors) {}
