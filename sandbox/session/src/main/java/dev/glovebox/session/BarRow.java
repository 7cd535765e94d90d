package dev.glovebox.session;

/**
 * One bar of an imported file, checked. Prices are mantissa x 10^-priceScale, below 10^18.
 *
 * @param openTimeMicros epoch microseconds, UTC
 * @param stamp the time as given in the file; at most 40 printable ASCII characters
 * @param priceScale the finest of this bar's four prices, at most 12
 * @param line 1-based line of the file
 */
public record BarRow(
    long openTimeMicros,
    String stamp,
    long open,
    long high,
    long low,
    long close,
    int priceScale,
    long volume,
    int volumeScale,
    int line) {}
