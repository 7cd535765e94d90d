package dev.glovebox.host.model;

import java.math.BigDecimal;

/**
 * One closed interval of one instrument: {@code [openTime, closeTime)}, epoch microseconds, UTC.
 *
 * @param index 0-based in the input series
 * @param instrument index into the run's instruments
 * @param stamp the time text as given in the file
 */
public record Bar(
    int index,
    int instrument,
    String stamp,
    long openTimeMicros,
    long closeTimeMicros,
    BigDecimal open,
    BigDecimal high,
    BigDecimal low,
    BigDecimal close,
    BigDecimal volume) {}
