package dev.glovebox.importer;

/**
 * A whole and valid series.
 *
 * @param stampShiftMicros what a stamp lies after its bar's open
 * @param priceScale digits after the point of the finest price
 * @param gaps missing intervals between first and last bar
 */
record Series(
    BarSpool spool,
    long intervalSeconds,
    boolean dateOnly,
    long stampShiftMicros,
    int priceScale,
    long gaps) {}
